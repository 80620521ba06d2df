import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeRound } from '../../src/services/rounds/close-round.ts'
import { aQuestion } from '../contracts/store/scene.ts'
import { type HabitWorld, habitWorld } from '../kit/services/habit-world.ts'

let world: HabitWorld
beforeEach(async () => {
  world = await habitWorld('2026-03-02T09:00:00Z', [aQuestion('one')])
  await world.person('Ann').types('ask')
})
afterEach(() => world.close())

const edits = () => world.chat.said.filter(({ how }) => how === 'update')
const card = () => world.channel()[0]

describe('the message of an open question', () => {
  it('shows how many people have answered, updated at most once a minute', async () => {
    expect(card()).not.toContain('answered')
    for (const name of ['Ann', 'Ben', 'Cy']) await world.person(name).types('answer nothing yet')
    await world.person('Cy').types('answer still none')
    expect(edits()).toEqual([])
    await world.passUntil('2026-03-02T09:01:00Z', 15_000)
    expect(card()).toContain('only you see your answer · 3 answered')
    await world.person('Di').types('answer nothing yet')
    await world.passUntil('2026-03-02T09:01:45Z', 15_000)
    expect(edits()).toHaveLength(1)
    await world.passUntil('2026-03-02T09:02:15Z', 15_000)
    expect(card()).toContain('4 answered')
    await world.passUntil('2026-03-02T09:30:00Z', 60_000)
    expect(edits()).toHaveLength(2)
  })

  it('keeps its buttons while it counts, and is never reopened by a late count', async () => {
    await world.person('Ann').types('answer nothing yet')
    // The round closes and is revealed while the edit with the count is being sent.
    world.chat.before = async ({ how, text }) => {
      if (how !== 'update' || text.includes('# Closed')) return
      expect(text).toContain('[Answer: answer:1]')
      world.chat.before = () => {}
      await closeRound(world.deps, 1)
      world.sleepUntil('2026-03-02T09:01:03Z')
      await world.beat()
    }
    await world.passUntil('2026-03-02T09:01:00Z', 15_000)
    await world.passUntil('2026-03-02T09:02:00Z', 15_000)
    expect(card()).toContain('# Closed')
    expect(world.chat.said.filter(({ how }) => how === 'reply')).toHaveLength(1)
  })

  it('stays unchanged if the platform refuses the edit, and the answer is still graded', async () => {
    const posted = (await world.store.rounds.find(1))?.posted ?? ''
    world.chat.closed.add(posted)
    await world.person('Ann').types('answer nothing yet')
    await world.passUntil('2026-03-02T09:05:00Z', 15_000)
    expect(world.errors).toEqual([])
    expect(world.chat.said.filter(({ how }) => how === 'tell').at(-1)?.text).toContain('Not yet')
  })
})

describe('a hint', () => {
  it('shows its price on the question, and is free for people who have no tries left', async () => {
    expect(card()).toContain('a hint costs a quarter')
    const ann = world.person('Ann')
    for (const words of ['nothing yet', 'still none']) await ann.types(`answer ${words}`)
    expect(await ann.types('hint')).toContain('You have no tries left here, so it costs nothing.')
    const ben = world.person('Ben')
    expect(await ben.types('hint')).toContain('three quarters')
    expect(await ben.types('hint')).toContain('nothing more')
  })
})
