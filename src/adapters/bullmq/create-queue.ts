import { Queue as BullQueue, type IQueueBackend, type JobsOptions } from 'bullmq'
import type { Queue } from '../../ports/queue.ts'
import { adding } from './adding.ts'
import type { Backend } from './backend.ts'
import { keepRhythms } from './keep-rhythms.ts'
import { makeRoom } from './make-room.ts'
import { measureDepth } from './measure-depth.ts'
import { type Pace, usualPace } from './pace.ts'
import type { Payload } from './payload.ts'
import { postgresBackend } from './postgres-backend.ts'
import { redisBackend } from './redis-backend.ts'
import { runJobs, type Workers } from './run-jobs.ts'
import { seldom } from './seldom.ts'
import { within } from './within.ts'

export type QueueOptions = {
  /** Redis if given, otherwise Postgres, where `migrateQueue` must have run. */
  redisUrl?: string | undefined
  databaseUrl: string
  /** Queues with the same name in the same store are the same queue. */
  name?: string
  /** Notified of outages (each message once in ten seconds) and of every job that threw, with the cause. */
  onError(error: Error): void
  /** Tests use shorter times. */
  pace?: Partial<Pace>
}

/** Opens the queue without waiting for its store, which may come up later and go away at any time. */
export function createQueue(options: QueueOptions): Queue {
  const settings = { name: options.name ?? 'quiz', onError: options.onError, pace: { ...usualPace, ...options.pace } }
  const outage = seldom(options.onError)
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
  // Nobody reads the event stream; keeping it short leaves a small Redis to the jobs.
  const streams = { events: { maxLen: 100 } }
  const bull = new BullQueue<Payload, void, string, Payload, void, string, B, Connection>(
    name,
    { connection, streams, defaultJobOptions: jobOptions(pace) },
    factory,
  )
  bull.on('error', outage)
  const rhythms = keepRhythms(bull, { pace, reachable: backend.reachable, onError: outage })
  let workers: Workers | undefined
  let closed: Promise<void> | undefined

  return {
    ...adding(bull, backend, pace),
    async repeat(job, everyMs) {
      rhythms.keep(job, everyMs)
    },
    async work(run, { concurrency }) {
      if (workers) throw new Error('This queue is being worked off already.')
      const room = makeRoom(bull, outage)
      const hear = (error: Error): void => {
        outage(error)
        room(error)
      }
      workers = runJobs(backend, run, { ...settings, concurrency, outage: hear })
    },
    async depth() {
      await backend.reachable(pace.producerMs)
      return within(pace.producerMs, measureDepth(bull))
    },
    close({ graceMs } = { graceMs: 20_000 }) {
      closed ??= close(graceMs)
      return closed
    },
  }

  async function close(graceMs: number): Promise<void> {
    rhythms.stop()
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
    // Enough to see what goes wrong, few enough for a store of 25 MB.
    removeOnFail: { count: 200 },
    stackTraceLimit: 1,
  }
}
