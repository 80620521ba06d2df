import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ChatError } from '../../src/domain/errors.ts'
import type { Place } from '../../src/domain/place.ts'
import { findRemovals } from '../../src/services/find-removals.ts'
import { aQuestion } from '../contracts/store/scene.ts'
import { type HabitWorld, habitWorld } from '../kit/services/habit-world.ts'

const [left, stays, unsure]: Place[] = ['discord:1', 'discord:2', 'slack:T1']
let world: HabitWorld
beforeEach(async () => {
  world = await habitWorld('2026-03-02T03:00:00Z', [aQuestion('one')])
  for (const workspace of [left, stays, unsure]) {
    if (workspace) await world.person('Ann', { workspace }).types('team create Core')
  }
})
afterEach(() => world.close())

function says(presence: Record<Place, boolean>): void {
  world.deps.chat = { ...world.chat, presenceIn: async () => new Map(Object.entries(presence)) }
}

async function night(date: string): Promise<void> {
  world.sleepUntil(`${date}T03:00:00Z`)
  await findRemovals(world.deps)
}

const known = async (): Promise<Place[]> => (await world.store.workspaces.all()).map(({ ref }) => ref)

describe('a workspace that removed the app without an event', () => {
  it('is deleted after three nights with everything in it, and no other workspace is', async () => {
    says({ 'discord:1': false, 'discord:2': true })
    for (const date of ['2026-03-02', '2026-03-03', '2026-03-04']) await night(date)
    expect(await known()).toEqual([left, stays, unsure])
    await night('2026-03-05')
    expect(await known()).toEqual([stays, unsure])
    expect(await world.store.teams.list(1)).toEqual([])
    expect(await world.store.teams.list(2)).toHaveLength(1)
    expect(world.log.map(({ message }) => message)).toEqual([
      'a workspace seems to have removed the app',
      'the app was removed from a workspace',
    ])
  })

  it('is counted from the start again if it came back in between', async () => {
    says({ 'discord:1': false })
    await night('2026-03-02')
    says({ 'discord:1': true })
    await night('2026-03-03')
    says({ 'discord:1': false })
    for (const date of ['2026-03-04', '2026-03-05', '2026-03-06']) await night(date)
    expect(await known()).toContain(left)
    await night('2026-03-07')
    expect(await known()).not.toContain(left)
  })

  it('isn’t deleted while the platform doesn’t respond', async () => {
    says({ 'discord:1': false })
    await night('2026-03-02')
    says({})
    await night('2026-03-09')
    expect(await known()).toContain(left)
    world.deps.chat = {
      ...world.chat,
      presenceIn: async () => {
        throw new ChatError('unavailable', 'listing servers')
      },
    }
    await expect(night('2026-03-10')).rejects.toThrow('unavailable')
    expect(await known()).toEqual([left, stays, unsure])
  })
})
