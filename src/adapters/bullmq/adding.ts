import type { Queue as BullQueue, IQueueBackend, JobsOptions } from 'bullmq'
import type { Job, OwnedJob, Queue } from '../../ports/queue.ts'
import type { Backend } from './backend.ts'
import { createFairShares } from './fair-shares.ts'
import { jobId } from './job-id.ts'
import type { Pace } from './pace.ts'
import type { Payload } from './payload.ts'
import { priorityOf } from './priority.ts'
import { within } from './within.ts'

/** Adding thousands must not hold a transaction, its locks or Redis for long. */
const batchSize = 250

/** Adds each job at most once. If a workspace has added many, its new ones go behind the jobs of others. */
export function adding(
  bull: Pick<BullQueue<Payload, void, string>, 'add' | 'addBulk' | 'toKey'>,
  { reachable, taken }: Pick<Backend<IQueueBackend, unknown>, 'reachable' | 'taken'>,
  pace: Pace,
): Pick<Queue, 'add' | 'addMany'> {
  const shares = createFairShares()
  const rankOf = (workspaceId: number | undefined): number =>
    workspaceId === undefined ? 0 : shares.rankOf(workspaceId, Date.now())

  /** Leaves out jobs of the tick that are still queued: while thousands are waiting, each tick finds them again. */
  async function absent(batch: OwnedJob[]): Promise<OwnedJob[]> {
    const keys = batch.map(({ job }) => bull.toKey(jobId(job)))
    if (!batch.every(({ job }) => fromTheTick.includes(job.name))) return batch
    const known = await within(pace.producerMs, taken(keys))
    return batch.filter((_, at) => !known.has(keys[at] ?? ''))
  }

  return {
    async add(job, { workspaceId, delayMs = 0, requestId } = {}) {
      await reachable(pace.producerMs)
      const payload = { job, ...(requestId === undefined ? {} : { requestId }) }
      await within(
        pace.producerMs,
        bull.add(job.name, payload, { delay: delayMs, ...onlyOne(job), ...priorityOf(job, rankOf(workspaceId)) }),
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
          opts: { ...onlyOne(job), ...priorityOf(job, rankOf(workspaceId)) },
        }))
        await within(pace.producerMs * 10, bull.addBulk(entries))
      }
    },
  }
}

/** The tick adds these by the thousand, and again until they have run. */
const fromTheTick: readonly Job['name'][] = ['ask', 'weekly', 'season']

/**
 * Applies from adding until the job is done or has failed for good. A job id would block for as long as a failed job is
 * stored; but Postgres can check ids for a thousand jobs at once, so the tick's jobs have ids and are not stored.
 */
function onlyOne(job: Job): JobsOptions {
  const id = jobId(job)
  return fromTheTick.includes(job.name) ? { jobId: id, removeOnFail: true } : { deduplication: { id } }
}
