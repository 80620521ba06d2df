import { expect, test } from 'vitest'
import { createFairShares } from '../../../src/adapters/bullmq/fair-shares.ts'
import { priorityOf } from '../../../src/adapters/bullmq/priority.ts'
import type { Job } from '../../../src/ports/queue.ts'

const grade: Job = { name: 'grade', answerId: 1 }
const ask: Job = { name: 'ask', channelId: 1, localDate: '2026-03-02' }

test('a workspace’s jobs wait only behind its own', () => {
  const shares = createFairShares()
  expect([1, 1, 1, 2, 1, 2].map((workspace) => shares.rankOf(workspace, 0))).toEqual([0, 1, 2, 0, 3, 1])
})

test('the count of a workspace’s jobs decays within a minute', () => {
  const shares = createFairShares()
  for (let job = 0; job < 10_000; job++) shares.rankOf(1, 0)
  const later = [10_000, 30_000, 60_000].map((now) => shares.rankOf(1, now))
  expect(later.map((rank) => Math.round(rank / 100) * 100)).toEqual([3700, 500, 0])
})

test('a clock that jumps back loses nothing and counts nothing twice', () => {
  const shares = createFairShares()
  for (let job = 0; job < 10; job++) shares.rankOf(1, 60_000)
  expect(shares.rankOf(1, 0)).toBe(10)
})

test.each<[job: Job, rank: number, priority: number | undefined]>([
  [grade, 0, undefined],
  [grade, 9, undefined],
  [grade, 10, 10],
  [grade, 10_000, 10_000],
  [ask, 0, 1000],
  [ask, 500, 1500],
  [{ name: 'reveal-round', roundId: 1 }, 0, 2000],
  [{ name: 'prune' }, 0, 1_500_000],
  [grade, 5_000_000, 1_000_000],
])('%j with priority %i gets the number %s, which the library accepts', (job, rank, priority) => {
  expect(priorityOf(job, rank).priority).toBe(priority)
  expect(priorityOf(job, rank).priority ?? 0).toBeLessThan(2 ** 21)
})
