import { type Job as BullJob, DelayedError, type IQueueBackend, Worker } from 'bullmq'
import { ChatError, NotYet } from '../../domain/errors.ts'
import type { RunJob } from '../../ports/queue.ts'
import type { Backend } from './backend.ts'
import { jobId } from './job-id.ts'
import type { Pace } from './pace.ts'
import type { Payload } from './payload.ts'
import { within } from './within.ts'

export type Workers = { stop(graceMs: number): Promise<void> }

/** The most that is added to the delay of a postponed job. */
const mostScatterMs = 30_000

type Claim = { job: BullJob<Payload, void, string>; token: string }

/** Starts running jobs. `outage` is called for errors of the store, `onError` for every job that threw. */
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
  const underWay = new Map<string, Claim>()
  let idle: (() => void) | undefined

  async function process(job: Claim['job'], token = ''): Promise<void> {
    underWay.set(token, { job, token })
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
      underWay.delete(token)
      if (underWay.size === 0) idle?.()
    }
  }

  const worker = newWorker(backend, process, options)
  worker.on('error', options.outage)
  worker.on('failed', (job, cause) => options.onError(failure(job, cause)))

  /** An unavailable store must not keep the process from exiting. */
  function inTime(farewell: Promise<unknown>): Promise<unknown> {
    return within(pace.producerMs * 2, farewell).catch(options.outage)
  }

  return {
    async stop(graceMs) {
      await worker.pause(true)
      if (underWay.size > 0) await atMost(graceMs, (done) => (idle = done))
      // Another worker can run them at once, instead of after this one's lock has expired.
      const handedBack = [...underWay.values()].map(({ job, token }) => inTime(job.moveToWait(token)))
      await Promise.all(handedBack)
      await inTime(worker.close(handedBack.length > 0))
    },
  }
}

function newWorker<B extends IQueueBackend, Connection>(
  backend: Backend<B, Connection>,
  process: (job: Claim['job'], token?: string) => Promise<void>,
  { name, concurrency, pace }: { name: string; concurrency: number; pace: Pace },
): Worker<Payload, void, string, B, number, Connection> {
  return new Worker<Payload, void, string, B, number, Connection>(
    name,
    process,
    {
      connection: backend.connection,
      concurrency,
      lockDuration: pace.claimMs,
      stalledInterval: pace.vanishedMs,
      maxStalledCount: pace.vanishings,
      drainDelay: backend.listenSeconds,
      runRetryDelay: 1000,
    },
    backend.factory,
  )
}

/**
 * Being told when to retry isn't a failure: the job waits in the store, where it doesn't hold up others, and keeps
 * its attempts. Jobs that were told the same time come back more spread out each time.
 */
function postpone(pace: Pace, { job, token }: Claim, askedMs: number): Promise<void> {
  const waitMs = Math.max(askedMs, pace.backoffMs)
  const turns = job.attemptsStarted - job.attemptsMade - 1
  const scatterMs = Math.min(mostScatterMs, waitMs * (2 ** turns - 1))
  return job.moveToDelayed(Date.now() + Math.ceil(waitMs + Math.random() * scatterMs), token)
}

function failure(job: Claim['job'] | undefined, cause: Error): Error {
  const what = job ? `Job ${jobId(job.data.job)}, attempt ${job.attemptsMade} of ${job.opts.attempts}` : 'A job'
  return new Error(`${what}: ${cause.message}`, { cause })
}

/** Waits until `done` is called, and no longer than that. */
function atMost(ms: number, until: (done: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(resolve, ms)
    until(() => {
      clearTimeout(late)
      resolve()
    })
  })
}

/** How long the job was asked to wait, in milliseconds; undefined if it failed. */
function waitOf(error: unknown): number | undefined {
  if (error instanceof NotYet) return error.retryAfterMs
  return error instanceof ChatError && error.code === 'rate-limited' ? (error.retryAfterMs ?? 0) : undefined
}
