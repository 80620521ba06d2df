import type { Queue as BullQueue, IQueueBackend, JobsOptions } from 'bullmq'
import type { Job, OwnedJob, Queue } from '../../ports/queue.ts'
import type { Backend } from './backend.ts'
import { createFairShares } from './fair-shares.ts'
import { jobId } from './job-id.ts'
import type { Pace } from './pace.ts'
import type { Payload } from './payload.ts'
import { priorityOf } from './priority.ts'
import { withTimeout } from './with-timeout.ts'

/** A larger batch would hold a transaction and its locks, or block Redis, for too long. */
const batchSize = 250

/** Adds each job at most once. The more jobs a workspace has added recently, the lower the priority of its new ones. */
export function createProducer(
  bull: Pick<BullQueue<Payload, void, string>, 'add' | 'addBulk' | 'toKey'>,
  { reachable, taken }: Pick<Backend<IQueueBackend, unknown>, 'reachable' | 'taken'>,
  pace: Pace,
): Pick<Queue, 'add' | 'addMany'> {
  const shares = createFairShares()
  const rankOf = (workspaceId: number | undefined): number =>
    workspaceId === undefined ? 0 : shares.rankOf(workspaceId, Date.now())

  /** Leaves out the tick's jobs that are still queued. Each tick finds them again until they have run. */
  async function absent(batch: OwnedJob[]): Promise<OwnedJob[]> {
    const keys = batch.map(({ job }) => bull.toKey(jobId(job)))
    if (!batch.every(({ job }) => fromTheTick.includes(job.name))) return batch
    const known = await withTimeout(pace.producerMs, taken(keys))
    return batch.filter((_, at) => !known.has(keys[at] ?? ''))
  }

  return {
    async add(job, { workspaceId, delayMs = 0, requestId } = {}) {
      await reachable(pace.producerMs)
      const payload = { job, ...(requestId === undefined ? {} : { requestId }) }
      await withTimeout(
        pace.producerMs,
        bull.add(job.name, payload, { delay: delayMs, ...deduplicated(job), ...priorityOf(job, rankOf(workspaceId)) }),
      )
    },
    async addMany(jobs) {
      await reachable(pace.producerMs)
      for (let from = 0; from < jobs.length; from += batchSize) {
        const batch = await absent(jobs.slice(from, from + batchSize))
        if (batch.length === 0) continue
        const entries = batch.map(({ job, workspaceId }) => ({
          name: job.name,
          data: { job },
          opts: { ...deduplicated(job), ...priorityOf(job, rankOf(workspaceId)) },
        }))
        await withTimeout(pace.producerMs * 10, bull.addBulk(entries))
      }
    },
  }
}

/** The tick adds thousands of these, and adds them again until they have run. */
const fromTheTick: readonly Job['name'][] = ['ask', 'weekly', 'season']

/**
 * Deduplicates a job until it is done or has failed for good. With a job id, a stored failed job would block new ones,
 * so most jobs use BullMQ's deduplication. The tick's jobs use ids, because Postgres can check a thousand of them in
 * one query, and aren't stored when they fail.
 */
function deduplicated(job: Job): JobsOptions {
  const id = jobId(job)
  return fromTheTick.includes(job.name) ? { jobId: id, removeOnFail: true } : { deduplication: { id } }
}
