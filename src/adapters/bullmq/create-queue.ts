import { Queue as BullQueue, type IQueueBackend, type JobsOptions } from 'bullmq'
import type { Queue } from '../../ports/queue.ts'
import type { Backend } from './backend.ts'
import { dropJobsWhenFull } from './drop-jobs-when-full.ts'
import { measureDepth } from './measure-depth.ts'
import { type Pace, usualPace } from './pace.ts'
import type { Payload } from './payload.ts'
import { postgresBackend } from './postgres-backend.ts'
import { createProducer } from './producer.ts'
import { keepRecurringJobs } from './recurring-jobs.ts'
import { redisBackend } from './redis-backend.ts'
import { runJobs, type Workers } from './run-jobs.ts'
import { throttleErrors } from './throttle-errors.ts'
import { withTimeout } from './with-timeout.ts'

export type QueueOptions = {
  /** Redis if given, otherwise Postgres, where `migrateQueue` must have run. */
  redisUrl?: string | undefined
  databaseUrl: string
  name?: string
  /** Called for outages (each message at most once in ten seconds) and for every job that threw, with the cause. */
  onError(error: Error): void
  pace?: Partial<Pace>
}

/** Opens the queue without waiting for its store, which may start later or fail at any time. */
export function createQueue(options: QueueOptions): Queue {
  const settings = { name: options.name ?? 'quiz', onError: options.onError, pace: { ...usualPace, ...options.pace } }
  const outage = throttleErrors(options.onError)
  return options.redisUrl === undefined
    ? queueOn(postgresBackend(options.databaseUrl, outage), settings, outage)
    : queueOn(redisBackend(options.redisUrl), settings, outage)
}

function queueOn<B extends IQueueBackend, Connection>(
  backend: Backend<B, Connection>,
  settings: { name: string; pace: Pace; onError(error: Error): void },
  outage: (error: Error) => void,
): Queue {
  const { name, pace } = settings
  const { connection, factory } = backend
  // Nobody reads the event stream, and a short one saves memory in a small Redis.
  const streams = { events: { maxLen: 100 } }
  const bull = new BullQueue<Payload, void, string, Payload, void, string, B, Connection>(
    name,
    { connection, streams, defaultJobOptions: jobOptions(pace) },
    factory,
  )
  bull.on('error', outage)
  const { settled, ...producer } = createProducer(bull, backend, pace)
  const recurring = keepRecurringJobs(bull, { pace, reachable: backend.reachable, onError: outage })
  let workers: Workers | undefined
  let closed: Promise<void> | undefined

  return {
    ...producer,
    async repeat(job, everyMs) {
      recurring.keep(job, everyMs)
    },
    async work(run, { concurrency }) {
      if (workers) throw new Error('This queue is already running jobs.')
      const dropIfFull = dropJobsWhenFull(bull, outage)
      const onOutage = (error: Error): void => {
        outage(error)
        dropIfFull(error)
      }
      workers = runJobs(backend, run, { ...settings, concurrency, outage: onOutage })
    },
    async depth() {
      await backend.reachable(pace.producerMs)
      return withTimeout(pace.producerMs, measureDepth(bull))
    },
    close({ graceMs } = { graceMs: 20_000 }) {
      closed ??= close(graceMs)
      return closed
    },
  }

  async function close(graceMs: number): Promise<void> {
    recurring.stop()
    await settled()
    await workers?.stop(graceMs)
    await bull.close()
    await backend.close()
  }
}

function jobOptions({ attempts, backoffMs }: Pace): JobsOptions {
  return {
    attempts,
    backoff: { type: 'exponential', delay: backoffMs, jitter: 0.25 },
    removeOnComplete: true,
    // This is enough to diagnose a failure, and few enough for a store of 25 MB.
    removeOnFail: { count: 200 },
    stackTraceLimit: 1,
  }
}
