import { afterEach, expect, it } from 'vitest'
import type { OwnedJob } from '../../src/ports/queue.ts'
import { syncTeams } from '../../src/services/teams/link-team.ts'
import { aQuestion } from '../contracts/store/scene.ts'
import { type HabitWorld, habitWorld } from '../kit/services/habit-world.ts'

const fourHours = 4 * 60 * 60_000
let world: HabitWorld
afterEach(() => world.close())

it('every job is counted for the workspace that causes it, so a burst doesn’t delay other workspaces', async () => {
  world = await habitWorld(
    '2026-03-01T08:00:00Z',
    Array.from({ length: 20 }, (_, at) => aQuestion(`q${at}`)),
  )
  const added: OwnedJob[] = []
  const { queue } = world.deps
  world.deps.queue = {
    ...queue,
    async add(job, options) {
      added.push({ job, workspaceId: options?.workspaceId })
      return queue.add(job, options)
    },
    async addMany(jobs) {
      added.push(...jobs)
      return queue.addMany(jobs)
    },
  }
  const admin = world.person('Admin', { admin: true })
  await admin.types('schedule set 09:00 UTC daily')
  await admin.types('team create Core')
  await world.store.teams.change(1, { linked: 'slack:T1:S1' })
  await syncTeams(world.deps)
  await world.passUntil('2026-03-02T10:00:00Z', fourHours)
  await world.person('Ann').types('answer Perhaps')
  await world.passUntil('2026-03-03T12:00:00Z', fourHours)

  expect(new Set(added.map(({ job }) => job.name))).toEqual(
    new Set([
      'ask',
      'post-round',
      'count-answers',
      'grade',
      'tell',
      'close-round',
      'reveal-round',
      'weekly',
      'sync-team',
    ]),
  )
  expect(added.filter(({ workspaceId }) => workspaceId !== 1)).toEqual([])
})
