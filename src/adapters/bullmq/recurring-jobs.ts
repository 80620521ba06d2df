import type { Queue as BullQueue, IQueueBackend } from 'bullmq'
import type { Job } from '../../ports/queue.ts'
import { jobId } from './job-id.ts'
import type { Pace } from './pace.ts'
import type { Payload } from './payload.ts'
import { withTimeout } from './with-timeout.ts'

export type RecurringJobs = { keep(job: Job, everyMs: number): void; stop(): void }

/**
 * Checks the recurring jobs regularly, because a store that was wiped loses them silently. Jobs that still exist aren't
 * rewritten, since that would move a waiting one to the end of the queue.
 */
export function keepRecurringJobs<B extends IQueueBackend, Connection>(
  bull: BullQueue<Payload, void, string, Payload, void, string, B, Connection>,
  options: { pace: Pace; reachable(ms: number): Promise<void>; onError(error: Error): void },
): RecurringJobs {
  const { pace, reachable, onError } = options
  const recurring = new Map<string, { job: Job; everyMs: number }>()
  let timer: NodeJS.Timeout | undefined

  async function check(id: string): Promise<void> {
    const entry = recurring.get(id)
    if (!entry) return
    try {
      await reachable(pace.producerMs)
      await withTimeout(pace.producerMs, restore(id, entry))
    } catch (error) {
      if (recurring.has(id)) onError(asError(error))
    }
  }

  async function restore(id: string, { job, everyMs }: { job: Job; everyMs: number }): Promise<void> {
    const kept = await bull.getJobScheduler(id)
    if (kept?.every === everyMs && (await isAlive(id, kept.next))) return
    // One attempt is enough, because the next interval runs the job again.
    await bull.upsertJobScheduler(id, { every: everyMs }, { name: job.name, data: { job }, opts: { attempts: 1 } })
  }

  async function isAlive(id: string, next: number | undefined): Promise<boolean> {
    if (next === undefined) return false
    return next > Date.now() || (await bull.getJob(`repeat:${id}:${next}`)) !== undefined
  }

  return {
    keep(job, everyMs) {
      const id = jobId(job)
      recurring.set(id, { job, everyMs })
      timer ??= setInterval(() => {
        for (const each of recurring.keys()) void check(each)
      }, pace.recurringCheckMs).unref()
      void check(id)
    },
    stop() {
      clearInterval(timer)
      recurring.clear()
    },
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
