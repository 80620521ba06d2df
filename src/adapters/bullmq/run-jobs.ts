import { type Job as BullJob, DelayedError, type IQueueBackend, Worker } from 'bullmq'
import { ChatError, NotYet } from '../../domain/errors.ts'
import type { RunJob } from '../../ports/queue.ts'
import type { Backend } from './backend.ts'
import { jobId } from './job-id.ts'
import type { Pace } from './pace.ts'
import type { Payload } from './payload.ts'
import { withTimeout } from './with-timeout.ts'

export type Workers = { stop(graceMs: number): Promise<void> }

/** The longest random time that is added to the delay of a postponed job. */
const mostScatterMs = 30_000

type RunningJob = { job: BullJob<Payload, void, string>; token: string }

/** Starts running jobs. Calls `outage` for errors of the store and `onError` for every job that threw. */
export function runJobs<B extends IQueueBackend, Connection>(
  backend: Backend<B, Connection>,
  run: RunJob,
  options: {
    name: string
    concurrency: number
    pace: Pace
    onError(error: Error): void
    outage(error: Error): void
  },
): Workers {
  const { pace } = options
  const running = new Map<string, RunningJob>()
  let idle: (() => void) | undefined

  async function process(job: RunningJob['job'], token = ''): Promise<void> {
    running.set(token, { job, token })
    try {
      const attempt = job.attemptsMade + 1
      const { requestId } = job.data
      const lastAttempt = attempt >= (job.opts.attempts ?? 1)
      await run(job.data.job, { attempt, lastAttempt, ...(requestId === undefined ? {} : { requestId }) })
    } catch (error) {
      const waitMs = waitOf(error)
      if (waitMs === undefined) throw error
      await postpone(pace, { job, token }, waitMs)
      if (error instanceof ChatError) options.outage(error)
      throw new DelayedError()
    } finally {
      running.delete(token)
      if (running.size === 0) idle?.()
    }
  }

  const worker = newWorker(backend, process, options)
  worker.on('error', options.outage)
  worker.on('failed', (job, cause) => options.onError(failure(job, cause)))

  /** Bounds the wait, because an unavailable store must not keep the process from exiting. */
  function withDeadline(work: Promise<unknown>): Promise<unknown> {
    return withTimeout(pace.producerMs * 2, work).catch(options.outage)
  }

  return {
    async stop(graceMs) {
      await worker.pause(true)
      if (running.size > 0) await atMost(graceMs, (done) => (idle = done))
      // Another worker can then run them immediately. Otherwise their locks would have to expire first.
      const returned = [...running.values()].map(({ job, token }) => withDeadline(job.moveToWait(token)))
      await Promise.all(returned)
      await withDeadline(worker.close(returned.length > 0))
    },
  }
}

function newWorker<B extends IQueueBackend, Connection>(
  backend: Backend<B, Connection>,
  process: (job: RunningJob['job'], token?: string) => Promise<void>,
  { name, concurrency, pace }: { name: string; concurrency: number; pace: Pace },
): Worker<Payload, void, string, B, number, Connection> {
  return new Worker<Payload, void, string, B, number, Connection>(
    name,
    process,
    {
      connection: backend.connection,
      concurrency,
      lockDuration: pace.lockMs,
      stalledInterval: pace.stalledCheckMs,
      maxStalledCount: pace.maxStalls,
      drainDelay: backend.listenSeconds,
      runRetryDelay: 1000,
    },
    backend.factory,
  )
}

/**
 * Returns a job to the store without using up an attempt, because being asked to retry later isn't a failure. The
 * random part of the delay grows with each postponement, so that jobs with the same delay spread out.
 */
function postpone(pace: Pace, { job, token }: RunningJob, askedMs: number): Promise<void> {
  const waitMs = Math.max(askedMs, pace.backoffMs)
  const turns = job.attemptsStarted - job.attemptsMade - 1
  const scatterMs = Math.min(mostScatterMs, waitMs * (2 ** turns - 1))
  return job.moveToDelayed(Date.now() + Math.ceil(waitMs + Math.random() * scatterMs), token)
}

function failure(job: RunningJob['job'] | undefined, cause: Error): Error {
  const what = job ? `Job ${jobId(job.data.job)}, attempt ${job.attemptsMade} of ${job.opts.attempts}` : 'A job'
  return new Error(`${what}: ${cause.message}`, { cause })
}

function atMost(ms: number, until: (done: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(resolve, ms)
    until(() => {
      clearTimeout(late)
      resolve()
    })
  })
}

/** Returns the delay that the error asks for, in milliseconds, or undefined if the job failed. */
function waitOf(error: unknown): number | undefined {
  if (error instanceof NotYet) return error.retryAfterMs
  return error instanceof ChatError && error.code === 'rate-limited' ? (error.retryAfterMs ?? 0) : undefined
}
