import { afterEach, expect, it } from 'vitest'
import { runJob } from '../../src/jobs/jobs.ts'
import { aQuestion } from '../contracts/store/scene.ts'
import { seedChannels } from '../kit/product/seed-channels.ts'
import { type HabitWorld, habitWorld } from '../kit/services/habit-world.ts'

const nine = new Date('2026-03-02T09:00:00Z')
let world: HabitWorld
afterEach(() => world.close())

/** Asks all channels of one workspace at the same moment, as a busy worker does; returns their questions. */
async function askedAtOnce(channels: number, questions: number): Promise<string[]> {
  world = await habitWorld(
    '2026-03-02T09:00:05Z',
    Array.from({ length: questions }, (_, index) => aQuestion(`q${index}`)),
  )
  const due = { dueAt: nine, time: '09:00', zone: 'UTC' }
  await seedChannels(world.databaseUrl, { prefix: 'slack:T', workspaces: 1, channels, ...due })
  const found = await world.store.channels.due(nine, { after: 0, limit: channels })
  await Promise.all(found.map(({ id }) => runJob(world.deps, { name: 'ask', channelId: id, localDate: '2026-03-02' })))
  const rounds = await Promise.all(found.map(({ id }) => world.store.rounds.latest(id, ['posting'], 2)))
  expect(rounds.map((ofChannel) => ofChannel.length)).toEqual(found.map(() => 1))
  expect(await world.store.channels.due(nine, { after: 0, limit: channels })).toEqual([])
  return rounds.flat().map(({ questionId }) => questionId)
}

it('channels of a workspace that are asked at the same time get different questions, so that no reveal shows another channel’s answer', async () => {
  const asked = await askedAtOnce(30, 30)
  expect(new Set(asked).size).toBe(30)
})

it('if there are fewer questions than channels, every channel still gets one', async () => {
  const asked = await askedAtOnce(30, 7)
  expect(asked).toHaveLength(30)
  expect(new Set(asked).size).toBe(7)
})
