import type { Queue as BullQueue, IQueueBackend } from 'bullmq'
import type { QueueDepth } from '../../ports/queue.ts'
import type { Payload } from './payload.ts'

export async function measureDepth<B extends IQueueBackend, Connection>(
  bull: BullQueue<Payload, void, string, Payload, void, string, B, Connection>,
): Promise<QueueDepth> {
  const [counts, ...ends] = await Promise.all([
    bull.getJobCounts('waiting', 'prioritized', 'active', 'delayed', 'failed'),
    bull.getJobs('waiting', 0, 0, true),
    // These are sorted by priority, so the oldest may be at either end.
    bull.getJobs('prioritized', 0, 0, true),
    bull.getJobs('prioritized', 0, 0, false),
    // Without a worker, nothing moves a delayed job to the waiting ones when it is due.
    bull.getJobs('delayed', 0, 0, true),
  ])
  const { waiting = 0, prioritized = 0, active = 0, delayed = 0, failed = 0 } = counts
  // A delayed or retried job has been due since the end of its delay, not since it was added.
  const since = ends
    .flat()
    .map(({ timestamp, opts, processedOn }) => Math.max(timestamp + (opts.delay ?? 0), processedOn ?? 0))
  return {
    waiting: waiting + prioritized,
    active,
    delayed,
    failed,
    oldestWaitingMs: Math.max(0, ...since.map((moment) => Date.now() - moment)),
  }
}
