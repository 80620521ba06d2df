import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ChatError } from '../../src/domain/errors.ts'
import { submitAnswer } from '../../src/services/answers/submit-answer.ts'
import { decideDispute } from '../../src/services/disputes/decide-dispute.ts'
import { openDispute } from '../../src/services/disputes/open-dispute.ts'
import { recogniseAsker } from '../../src/services/players/recognise-asker.ts'
import { aQuestion } from '../contracts/store/scene.ts'
import { type HabitWorld, habitWorld } from '../kit/services/habit-world.ts'

let world: HabitWorld
beforeEach(async () => {
  world = await habitWorld('2026-03-02T08:59:00Z', [aQuestion('one'), aQuestion('two')])
  await world.person('Admin', { admin: true }).types('schedule set 09:00 UTC')
  await world.passUntil('2026-03-02T09:00:00Z')
})
afterEach(() => world.close())

const tenSeconds = 10_000
const told = (name: string): string[] => world.chat.said.filter(({ to }) => to.endsWith(name)).map(({ text }) => text)

function goDead(): void {
  world.chat.before = () => {
    throw new ChatError('unavailable', 'the chat is away')
  }
}

function comeBack(): void {
  world.chat.before = () => {}
}

async function asker(name: string) {
  return recogniseAsker(world.deps, {
    id: `by ${name}`,
    workspace: { ref: 'slack:T1', name: 'Acme' },
    player: { ref: `slack:T1:${name}`, name, isAdmin: async () => false },
  })
}

describe('a chat that is down for ten minutes', () => {
  it('delivers each grade once, within half a minute of being back', async () => {
    goDead()
    for (const name of ['Ann', 'Ben', 'Cy']) await world.person(name).types('answer It happens once a day')
    await world.passUntil('2026-03-02T09:10:00Z', tenSeconds)
    for (const name of ['Ann', 'Ben', 'Cy']) expect(told(name)).toEqual([])
    comeBack()
    await world.passUntil('2026-03-02T09:10:40Z', tenSeconds)
    for (const name of ['Ann', 'Ben', 'Cy']) expect(told(name)).toHaveLength(1)
    await world.passUntil('2026-03-02T10:00:00Z', 60_000)
    for (const name of ['Ann', 'Ben', 'Cy']) expect(told(name)).toHaveLength(1)
  })

  it('delivers the decision about a dispute, once', async () => {
    await world.person('Ann').types('answer Perhaps')
    const ann = await asker('Ann')
    await openDispute(world.deps, ann, 1)
    goDead()
    await decideDispute(world.deps, await asker('Admin'), 1, { state: 'rejected', note: 'Look at the docs.' })
    await world.passUntil('2026-03-02T09:10:00Z', tenSeconds)
    expect(told('Ann')).toHaveLength(1)
    comeBack()
    await world.passUntil('2026-03-02T09:11:00Z', tenSeconds)
    expect(told('Ann')).toHaveLength(2)
    expect(told('Ann')[1]).toContain('Look at the docs.')
    await world.passUntil('2026-03-02T10:00:00Z', 60_000)
    expect(told('Ann')).toHaveLength(2)
  })
})

describe('a question whose posting was cut off', () => {
  it('can be answered by anyone who sees it, and is posted once', async () => {
    world.chat.after = ({ how }) => {
      if (how === 'post') throw new ChatError('unavailable', 'the reply was lost')
    }
    await world.passUntil('2026-03-03T09:00:00Z')
    const [posting] = await world.store.rounds.latest(1, ['posting'], 1)
    const roundId = posting?.id ?? 0
    await submitAnswer(world.deps, await asker('Ann'), { roundId, text: 'It happens once a day' })
    world.chat.after = () => {}
    await world.passUntil('2026-03-03T09:01:00Z', tenSeconds)
    expect(await world.store.rounds.find(roundId)).toMatchObject({ state: 'open' })
    expect(told('Ann')).toHaveLength(1)
    expect(world.channel().filter((text) => text.includes('Question of the day'))).toHaveLength(1)
  })
})

describe('a person or channel that is gone', () => {
  it('ends the retries, and the grade stays', async () => {
    world.chat.closed.add('slack:T1:Ann')
    await world.person('Ann').types('answer It happens once a day')
    expect((await world.store.answers.find(1))?.state).toBe('told')
    expect(await world.person('Ben').types('leaderboard players')).toContain('Ann')
    expect(world.errors).toEqual([])
    expect(world.log).toContainEqual({
      message: 'a person cannot be reached',
      fields: expect.objectContaining({ what: 'answer-1', player: 'slack:T1:Ann', code: 'forbidden' }),
    })
  })

  it('delays nothing else if the channel is waiting for a reveal', async () => {
    const posted = (await world.store.rounds.find(1))?.posted ?? ''
    world.chat.closed.add(posted)
    await world.passUntil('2026-03-03T10:00:00Z')
    expect((await world.store.rounds.find(1))?.revealedAt).toBeDefined()
    expect(world.errors).toEqual([])
    expect(world.log.map(({ message }) => message)).toContain('a question cannot be revealed')
  })
})
