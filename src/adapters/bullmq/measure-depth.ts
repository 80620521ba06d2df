import type { Queue as BullQueue, IQueueBackend } from 'bullmq'
import type { QueueDepth } from '../../ports/queue.ts'
import type { Payload } from './payload.ts'

export async function measureDepth<B extends IQueueBackend, Connection>(
  bull: BullQueue<Payload, void, string, Payload, void, string, B, Connection>,
): Promise<QueueDepth> {
  const [counts, [oldest]] = await Promise.all([
    bull.getJobCounts('waiting', 'active', 'delayed', 'failed'),
    bull.getJobs('waiting', 0, 0, true),
  ])
  const { waiting = 0, active = 0, delayed = 0, failed = 0 } = counts
  // A job that was delayed or is tried again has been due since then, not since it was added.
  const since = oldest ? Math.max(oldest.timestamp + (oldest.opts.delay ?? 0), oldest.processedOn ?? 0) : undefined
  return {
    waiting,
    active,
    delayed,
    failed,
    oldestWaitingMs: since === undefined ? 0 : Math.max(0, Date.now() - since),
  }
}
