import type { Figures } from '../adapters/metrics/create-metrics.ts'
import type { HandleEvent } from '../ports/chat-event.ts'
import type { Metrics } from '../ports/metrics.ts'
import type { JobContext, Queue, RunJob } from '../ports/queue.ts'
import type { Log } from '../services/deps.ts'

const everyMs = 60_000

/** Measures how long an event takes to be acknowledged, for which chats allow three seconds. */
export function measuredEvents(handle: HandleEvent, metrics: Metrics): HandleEvent {
  return async (event) => {
    const began = performance.now()
    const reply = await handle(event)
    metrics.measure('ack', performance.now() - began)
    return reply
  }
}

/**
 * Measures and logs each job, with the id of the request that caused it. Recurring jobs have no such id and aren't
 * logged.
 */
export function measuredJobs(run: RunJob, metrics: Metrics, log: Log): RunJob {
  return async (job, context) => {
    const began = performance.now()
    try {
      await run(job, context)
      const ms = performance.now() - began
      metrics.measure(`job.${job.name}`, ms)
      if (context.requestId !== undefined) log.info({ ...logged(job, context), ms: Math.round(ms) }, 'job done')
    } catch (error) {
      metrics.count('jobs.failed')
      throw error
    }
  }
}

/** Prints the figures of the last minute as a line in the format of Heroku's log metrics. */
export function reportFigures(figures: Figures, queue: Pick<Queue, 'depth'>): () => void {
  const timer = setInterval(async () => {
    await sampleQueue(figures, queue)
    const line = figures.line()
    if (line !== '') process.stdout.write(`${line}\n`)
  }, everyMs)
  timer.unref()
  return () => clearInterval(timer)
}

export async function sampleQueue(metrics: Metrics, queue: Pick<Queue, 'depth'>): Promise<void> {
  const depth = await queue.depth().catch(() => undefined)
  if (!depth) return
  metrics.sample('queue.depth', depth.waiting)
  metrics.sample('queue.failed', depth.failed)
  metrics.sample('queue.age.ms', depth.oldestWaitingMs)
}

function logged(job: Parameters<RunJob>[0], { requestId, attempt }: JobContext): Record<string, unknown> {
  const { name, ...ids } = job
  return { job: name, ...ids, requestId, attempt }
}
