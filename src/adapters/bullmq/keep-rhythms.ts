import type { Queue as BullQueue, IQueueBackend } from 'bullmq'
import type { Job } from '../../ports/queue.ts'
import { jobId } from './job-id.ts'
import type { Pace } from './pace.ts'
import type { Payload } from './payload.ts'
import { within } from './within.ts'

export type Rhythms = { keep(job: Job, everyMs: number): void; stop(): void }

/**
 * A wiped store has silently lost its recurring jobs, so they are checked again and again. If they are intact they are
 * left alone: rewriting one would send its waiting job to the end of the queue.
 */
export function keepRhythms<B extends IQueueBackend, Connection>(
  bull: BullQueue<Payload, void, string, Payload, void, string, B, Connection>,
  options: { pace: Pace; reachable(ms: number): Promise<void>; onError(error: Error): void },
): Rhythms {
  const { pace, reachable, onError } = options
  const rhythms = new Map<string, { job: Job; everyMs: number }>()
  let timer: NodeJS.Timeout | undefined

  async function look(id: string): Promise<void> {
    const rhythm = rhythms.get(id)
    if (!rhythm) return
    try {
      await reachable(pace.producerMs)
      await within(pace.producerMs, restore(id, rhythm))
    } catch (error) {
      if (rhythms.has(id)) onError(asError(error))
    }
  }

  async function restore(id: string, { job, everyMs }: { job: Job; everyMs: number }): Promise<void> {
    const kept = await bull.getJobScheduler(id)
    if (kept?.every === everyMs && (await isAlive(id, kept.next))) return
    // The next interval is the next attempt.
    await bull.upsertJobScheduler(id, { every: everyMs }, { name: job.name, data: { job }, opts: { attempts: 1 } })
  }

  async function isAlive(id: string, next: number | undefined): Promise<boolean> {
    if (next === undefined) return false
    return next > Date.now() || (await bull.getJob(`repeat:${id}:${next}`)) !== undefined
  }

  return {
    keep(job, everyMs) {
      const id = jobId(job)
      rhythms.set(id, { job, everyMs })
      timer ??= setInterval(() => {
        for (const each of rhythms.keys()) void look(each)
      }, pace.rhythmMs).unref()
      void look(id)
    },
    stop() {
      clearInterval(timer)
      rhythms.clear()
    },
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
