import type { Queue as BullQueue, IQueueBackend, JobsOptions } from 'bullmq'
import type { AddOptions, Job, OwnedJob, Queue } from '../../ports/queue.ts'
import type { Backend } from './backend.ts'
import { createFairShares } from './fair-shares.ts'
import { jobId } from './job-id.ts'
import type { Pace } from './pace.ts'
import type { Payload } from './payload.ts'
import { priorityOf } from './priority.ts'
import { together } from './together.ts'
import { withTimeout } from './with-timeout.ts'

/** A larger batch would hold a transaction and its locks, or block Redis, for too long. */
const batchSize = 250

/** How long a job that may be added soon waits for others, in milliseconds. Nobody notices such a wait for a grade. */
const soonMs = 50

type Producer = Pick<Queue, 'add' | 'addMany'> & {
  /** Adds the jobs that wait for others, and waits until they are added. */
  settled(): Promise<void>
}

/** Adds each job at most once. The more jobs a workspace has added recently, the lower the priority of its new ones. */
export function createProducer(
  bull: Pick<BullQueue<Payload, void, string>, 'add' | 'addBulk' | 'toKey'>,
  { reachable, taken }: Pick<Backend<IQueueBackend, unknown>, 'reachable' | 'taken'>,
  pace: Pace,
): Producer {
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

  const entryOf = (job: Job, { workspaceId, delayMs, requestId }: AddOptions) => ({
    name: job.name,
    data: { job, ...(requestId === undefined ? {} : { requestId }) },
    opts: {
      ...(delayMs === undefined ? {} : { delay: delayMs }),
      ...deduplicated(job),
      ...priorityOf(job, rankOf(workspaceId)),
    },
  })

  async function addEntries(entries: ReturnType<typeof entryOf>[]): Promise<void> {
    await reachable(pace.producerMs)
    const [first, ...others] = entries
    if (!first) return
    const adding = others.length === 0 ? bull.add(first.name, first.data, first.opts) : bull.addBulk(entries)
    await withTimeout<unknown>(pace.producerMs, adding)
  }

  const soon = together(soonMs, addEntries)

  return {
    async add(job, options = {}) {
      const entry = entryOf(job, options)
      await (options.soon ? soon.add(entry) : addEntries([entry]))
    },
    async addMany(jobs) {
      await reachable(pace.producerMs)
      for (let from = 0; from < jobs.length; from += batchSize) {
        const batch = await absent(jobs.slice(from, from + batchSize))
        if (batch.length === 0) continue
        const entries = batch.map(({ job, workspaceId }) => entryOf(job, { workspaceId }))
        await withTimeout(pace.producerMs * 10, bull.addBulk(entries))
      }
    },
    settled: soon.settled,
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
