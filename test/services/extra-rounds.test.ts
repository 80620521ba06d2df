import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aQuestion } from '../contracts/store/scene.ts'
import { type HabitWorld, habitWorld } from '../kit/services/habit-world.ts'

let world: HabitWorld
beforeEach(async () => {
  world = await habitWorld(
    '2026-03-02T09:00:00Z',
    ['one', 'two', 'three'].map((id) => aQuestion(id)),
  )
})
afterEach(() => world.close())

const tooMany = 'has had'

/** Sends several `ask` commands at the same moment; returns the replies. */
function ask(name: string, times: number, options?: { admin: boolean }): Promise<string[]> {
  const person = world.person(name, options)
  return Promise.all(Array.from({ length: times }, () => person.types('ask')))
}

describe('extra rounds', () => {
  it('are limited to five per channel and day, even if many people ask at the same moment', async () => {
    const told = await ask('Ann', 12)
    expect(told.filter((words) => words.includes(tooMany))).toHaveLength(7)
    expect(await world.store.rounds.latest(1, ['posting', 'open', 'closed'], 50)).toHaveLength(5)
    expect((await ask('Ben', 1)).join()).toContain(tooMany)
  })

  it('have a separate heading', async () => {
    await world.person('Ann').types('ask')
    expect(world.channel().join()).toContain('# Extra question')
  })

  it('leave ten minutes to answer the previous one', async () => {
    const state = async (id: number) => (await world.store.rounds.find(id))?.state
    await ask('Ann', 1)
    await ask('Ben', 1)
    await world.passUntil('2026-03-02T09:05:00Z', 15_000)
    await ask('Cy', 1)
    expect([await state(1), await state(2), await state(3)]).toEqual(['open', 'open', 'open'])
    await world.passUntil('2026-03-02T09:09:45Z', 15_000)
    expect([await state(1), await state(2)]).toEqual(['open', 'open'])
    await world.passUntil('2026-03-02T09:10:30Z', 15_000)
    expect([await state(1), await state(2), await state(3)]).toEqual(['closed', 'closed', 'open'])
  })

  it('are not limited for admins', async () => {
    const told = await ask('Ada', 8, { admin: true })
    expect(told.filter((words) => words.includes(tooMany))).toEqual([])
    expect(await world.store.rounds.latest(1, ['posting', 'open', 'closed'], 50)).toHaveLength(8)
  })
})
