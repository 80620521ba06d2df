import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aQuestion } from '../contracts/store/scene.ts'
import { type HabitWorld, habitWorld } from '../kit/services/habit-world.ts'

let world: HabitWorld
beforeEach(async () => {
  world = await habitWorld(
    '2026-03-02T09:00:00Z',
    Array.from({ length: 8 }, (_, at) => aQuestion(`q${at}`)),
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

  it('on a chosen topic never repeat a question that is open, because it would earn its points twice', async () => {
    const ada = world.person('Ada', { admin: true })
    for (let asked = 0; asked < 8; asked++) await ada.types('ask')
    for (const narrowed of ['ask dynos', 'ask easy']) {
      expect(await ada.types(narrowed)).toContain('Every question that fits is open right now.')
    }
    expect(await world.store.rounds.latest(1, ['posting', 'open', 'closed'], 50)).toHaveLength(8)
  })

  it('have a separate heading', async () => {
    await world.person('Ann').types('ask')
    expect(world.channel().join()).toContain('# Extra question')
  })

  it('say until when they are open, and are open until then, even if another one is asked', async () => {
    const state = async (id: number) => (await world.store.rounds.find(id))?.state
    await ask('Ann', 1)
    expect(world.channel()[0]).toContain('(Open until Tue 3 Mar, 09:00 UTC)')
    await world.person('Ada', { admin: true }).types('schedule set 09:30 Europe/Berlin daily')
    await world.passUntil('2026-03-02T12:00:00Z')
    await ask('Ben', 1)
    await world.passUntil('2026-03-03T08:59:00Z', 10 * 60_000)
    expect([await state(1), await state(2)]).toEqual(['open', 'open'])
    await world.passUntil('2026-03-03T09:01:00Z', 60_000)
    expect([await state(1), await state(2)]).toEqual(['closed', 'open'])
  })

  it('are not limited for admins', async () => {
    const told = await ask('Ada', 8, { admin: true })
    expect(told.filter((words) => words.includes(tooMany))).toEqual([])
    expect(await world.store.rounds.latest(1, ['posting', 'open', 'closed'], 50)).toHaveLength(8)
  })
})

describe('a question of the day', () => {
  it('says that it is open until the next one, and is closed by that', async () => {
    const ada = world.person('Ada', { admin: true })
    await ada.types('settings reveal-after 48h')
    await ada.types('schedule set 10:30 Europe/Berlin daily')
    await world.passUntil('2026-03-02T09:31:00Z', 60_000)
    expect(world.channel().join()).toContain('(Open until Tue 3 Mar, 10:30 CET)')
    await world.passUntil('2026-03-03T09:31:00Z', 30 * 60_000)
    expect((await world.store.rounds.find(1))?.state).toBe('closed')
  })
})
