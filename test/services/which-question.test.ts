import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { handleEvent } from '../../src/commands/handle-event.ts'
import { aQuestion } from '../contracts/store/scene.ts'
import { plainMessage } from '../kit/people/plain-message.ts'
import { type HabitWorld, habitWorld, type Person } from '../kit/services/habit-world.ts'

let world: HabitWorld
let ann: Person

beforeEach(async () => {
  world = await habitWorld(
    '2026-03-02T09:00:00Z',
    ['one', 'two', 'three'].map((id) => aQuestion(id)),
  )
  ann = world.person('Ann')
  await ann.types('ask')
  await ann.types('ask')
})
afterEach(() => world.close())

const tries = async (roundId: number, name = 'Ann'): Promise<string[]> => {
  const { player } = await world.store.askers.recognise({
    workspace: { ref: 'slack:T1', name: 'Acme' },
    player: { ref: `slack:T1:${name}`, name },
  })
  return (await world.store.answers.ofPlayer(roundId, player.id)).map(({ answer }) => answer.text)
}

/** Typed below the message of a round, as in its thread. */
async function typesBelow(roundId: number, words: string): Promise<string> {
  const below = (await world.store.rounds.find(roundId))?.posted
  const reply = await handleEvent(world.deps, {
    ...{ kind: 'command', words, id: `below-${roundId}` },
    workspace: { ref: 'slack:T1', name: 'Acme' },
    channel: { ref: 'slack:T1:quiz', name: 'quiz' },
    player: { ref: ann.ref, name: 'Ann', isAdmin: async () => false },
    ...(below === undefined ? {} : { below }),
  })
  await world.beat()
  return 'message' in reply ? plainMessage(reply.message) : reply.kind
}

describe('an answer that is typed while two questions are open', () => {
  it('takes no try, and asks which question is meant, with the typed words to copy', async () => {
    const told = await ann.types('answer Once a day')
    expect(told).toContain('2 questions are open here. Which one do you mean?')
    expect(told).toContain('[Answer #2: answer:2] [Answer #1: answer:1]')
    expect(told).toMatch(/- #2: .+\n- #1: .+/)
    expect(told).toContain('Nothing has been counted yet.')
    expect(told).toContain('> Once a day')
    expect([await tries(1), await tries(2)]).toEqual([[], []])
  })

  it('is for the only one that the player has begun and can still answer', async () => {
    await ann.sends('answer:2', { text: 'Something' })
    expect(await ann.types('answer Something else')).toContain('Which one do you mean?')
    await ann.sends('answer:1', { text: 'Something' })
    await ann.sends('answer:2', { text: 'Once a day' })
    await ann.types('answer Something else')
    expect([await tries(1), await tries(2)]).toEqual([
      ['Something', 'Something else'],
      ['Something', 'Once a day'],
    ])
  })

  it.each([
    ['used up', ['Something', 'Another thing']],
    ['right', ['Once a day']],
  ])('takes no try for another question after the one before is %s', async (_what, texts) => {
    for (const text of texts) await ann.sends('answer:2', { text })
    const told = await ann.types('answer A third thing')
    expect(told).toContain('You’re done with the other question that is open here. Do you mean this one?')
    expect(told).toContain('[Answer #1: answer:1]')
    expect(await tries(1)).toEqual([])
    await ann.sends('answer:1', { text: 'A third thing' })
    await ann.types('answer A fourth thing')
    expect(await tries(1)).toEqual(['A third thing', 'A fourth thing'])
  })

  it('is for the question whose grade the player sees again, if the words were sent before', async () => {
    await ann.sends('answer:1', { text: 'Something' })
    await ann.types('answer something')
    expect([await tries(1), await tries(2)]).toEqual([['Something'], []])
  })

  it('is for the question below which it is written', async () => {
    await typesBelow(1, 'answer Once a day')
    expect([await tries(1), await tries(2)]).toEqual([['Once a day'], []])
  })

  it('is for the one that is still open if the time of the other is over', async () => {
    await world.store.rounds.change(2, { closesAt: new Date('2026-03-02T09:00:00Z') })
    await ann.types('answer Once a day')
    expect([await tries(1), await tries(2)]).toEqual([['Once a day'], []])
  })

  it('is refused as before once every open question is done', async () => {
    for (const text of ['a thing', 'another thing']) {
      await ann.sends('answer:1', { text })
      await ann.sends('answer:2', { text })
    }
    expect(await ann.types('answer a third thing')).toContain('used your 2 tries')
  })
})

describe('a hint that is typed while two questions are open', () => {
  it('is not taken before the player says which question it is for', async () => {
    const told = await ann.types('hint')
    expect(told).toContain('[Hint for #2: hint:2] [Hint for #1: hint:1]')
    expect(told).toContain('No hint has been used yet.')
    expect(await ann.presses('hint:1')).toContain('Hint:')
  })
})
