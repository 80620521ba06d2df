import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ChatError } from '../../src/domain/errors.ts'
import type { Job, JobContext, OwnedJob, Queue, RunJob } from '../../src/ports/queue.ts'

export type QueueUnderTest = {
  /**
   * Opens the queue as another process does. It has 3 attempts, a first backoff of 50 ms, and detects a dead worker
   * within 2 s.
   */
  open(name: string, onError: (error: Error) => void): Queue
  /**
   * Starts a process that takes one job and holds it. Resolves when it has the job, and returns a function that kills
   * it with SIGKILL.
   */
  holdOneJob(name: string): Promise<() => Promise<void>>
}

const grade: Job = { name: 'grade', answerId: 17 }
const ask: Job = { name: 'ask', channelId: 17, localDate: '2026-03-04' }

function owned(job: Job, workspaceId?: number): OwnedJob {
  return { job, workspaceId }
}

/** Tests that every queue must pass, on any backend. */
export function describeQueue(kind: string, underTest: QueueUnderTest): void {
  describe(`a queue on ${kind}`, () => {
    let name: string
    let queues: Queue[]
    let errors: string[]

    beforeEach(() => {
      name = `test-${randomUUID()}`
      queues = []
      errors = []
    })

    afterEach(async () => {
      await Promise.all(queues.map((queue) => queue.close({ graceMs: 0 })))
    })

    function open(): Queue {
      const queue = underTest.open(name, (error) => errors.push(error.message))
      queues.push(queue)
      return queue
    }

    test('runs a job once, with its data', async () => {
      const queue = open()
      const seen: [Job, JobContext][] = []
      await queue.work(async (...call) => void seen.push(call), { concurrency: 2 })
      await queue.add(grade, { requestId: 'r-1' })
      await queue.add({ name: 'post-round', roundId: 4 })
      await expect.poll(() => seen.length).toBe(2)
      await pause(200)
      expect(seen).toEqual([
        [grade, { requestId: 'r-1', attempt: 1, lastAttempt: false }],
        [
          { name: 'post-round', roundId: 4 },
          { attempt: 1, lastAttempt: false },
        ],
      ])
      expect(errors).toEqual([])
    })

    test('adds jobs that may be added soon in a moment, with their data, and before it closes', async () => {
      const [closing, working] = [open(), open()]
      const jobs = [17, 18, 19].map((answerId): Job => ({ name: 'grade', answerId }))
      const added = jobs.map((job) => closing.add(job, { soon: true, requestId: 'r-1' }))
      await closing.close()
      await Promise.all(added)
      expect((await working.depth()).waiting).toBe(3)
      const seen: [Job, JobContext][] = []
      await working.work(async (...call) => void seen.push(call), { concurrency: 1 })
      await expect.poll(() => seen.length).toBe(3)
      expect(seen).toEqual(jobs.map((job) => [job, { requestId: 'r-1', attempt: 1, lastAttempt: false }]))
    })

    test.each([grade, ask])('accepts $name once while it waits or runs, and again after it is done', async (job) => {
      const [one, other] = [open(), open()]
      await Promise.all([one.add(job), other.add(job), one.add(job), other.addMany([{ job }, { job }])])
      expect((await one.depth()).waiting).toBe(1)

      const work = gate()
      await one.work(work.run, { concurrency: 5 })
      await work.begun(1)
      await other.add(job)
      await pause(200)
      expect(work.count).toBe(1)
      work.open()
      await emptied(one)

      await other.add(job)
      await work.begun(2)
    })

    test.each([grade, ask])('accepts $name again after it has finally failed', async (job) => {
      const queue = open()
      const attempts: number[] = []
      await queue.work(
        async (_job, { attempt }) => {
          attempts.push(attempt)
          throw new Error('the database is away')
        },
        { concurrency: 1 },
      )
      await queue.add(job)
      await expect.poll(() => errors.length, { timeout: 5000 }).toBe(3)
      await expect.poll(() => queue.depth()).toMatchObject({ waiting: 0, active: 0, delayed: 0 })
      await queue.addMany([{ job }])
      await expect.poll(() => attempts[3]).toBe(1)
    })

    test('retries a job that throws, each time later, then stores it as failed, and accepts it again', async () => {
      const queue = open()
      const attempts: { at: number; context: JobContext }[] = []
      let healthy = false
      await queue.work(
        async (_job, context) => {
          attempts.push({ at: Date.now(), context })
          if (!healthy) throw new Error('the database is away')
        },
        { concurrency: 1 },
      )
      await queue.add(grade)
      await expect.poll(async () => (await queue.depth()).failed, { timeout: 5000 }).toBe(1)
      expect(attempts.map(({ context }) => context)).toEqual([
        { attempt: 1, lastAttempt: false },
        { attempt: 2, lastAttempt: false },
        { attempt: 3, lastAttempt: true },
      ])
      const [first = 0, second = 0, third = 0] = attempts.map(({ at }) => at)
      expect(second - first).toBeGreaterThan(30)
      expect(third - second).toBeGreaterThan(60)
      // The store has the failure before the worker reports it.
      const said = [1, 2, 3].map((nth) => `Job grade-17, attempt ${nth} of 3: the database is away`)
      await expect.poll(() => errors).toEqual(said)

      healthy = true
      await queue.add(grade)
      await expect.poll(() => attempts.length).toBe(4)
      expect(attempts[3]?.context.attempt).toBe(1)
    })

    test('delays a job as long as a chat asks, without counting an attempt or delaying another job', async () => {
      const queue = open()
      const attempts: { at: number; context: JobContext }[] = []
      const others: number[] = []
      await queue.work(
        async (job, context) => {
          if (job.name !== 'grade') return void others.push(Date.now())
          attempts.push({ at: Date.now(), context })
          if (attempts.length < 4) throw new ChatError('rate-limited', 'too fast', { retryAfterMs: 300 })
        },
        { concurrency: 1 },
      )
      await queue.add(grade)
      await expect.poll(() => attempts.length).toBe(1)
      await queue.add({ name: 'tell', answerId: 1 })
      // Adding the job again does not start it earlier.
      await queue.add(grade)
      await expect.poll(() => attempts.length, { timeout: 5000 }).toBe(4)
      await emptied(queue)
      const waits = attempts.slice(1).map(({ at }, index) => at - (attempts[index]?.at ?? 0))
      expect(Math.min(...waits)).toBeGreaterThanOrEqual(295)
      expect(new Set(attempts.map(({ context }) => context.attempt))).toEqual(new Set([1]))
      expect(others).toHaveLength(1)
      expect(others[0]).toBeLessThan(attempts[1]?.at ?? 0)
    })

    test('runs jobs that people are waiting for before all others', async () => {
      const queue = open()
      const ran: string[] = []
      const asks = Array.from(
        { length: 20 },
        (_, channelId): OwnedJob => ({ job: { name: 'ask', channelId, localDate: '2026-03-02' } }),
      )
      await queue.addMany([{ job: { name: 'close-round', roundId: 1 } }, ...asks])
      await queue.add(grade)
      expect(await queue.depth()).toMatchObject({ waiting: 22 })
      await queue.work(
        async (job) => {
          ran.push(job.name)
          if (ran.length === 3) await queue.add({ name: 'tell', answerId: 1 })
        },
        { concurrency: 1 },
      )
      await emptied(queue)
      expect(ran[0]).toBe('grade')
      expect(ran.indexOf('tell')).toBeLessThanOrEqual(4)
      expect(ran.at(-1)).toBe('close-round')
      expect(ran).toHaveLength(23)
    })

    describe('a burst from one workspace', () => {
      const loud = 1
      const grades = (count: number, workspaceId: number, from = 0) =>
        Array.from({ length: count }, (_, at) => owned({ name: 'grade', answerId: from + at }, workspaceId))

      /** Runs waiting jobs one after the other until it has run the given number. `onRun` may add more. */
      async function inOrder(
        queue: Queue,
        until: (ran: Job[]) => boolean,
        onRun: (ran: Job[]) => Promise<void> = async () => {},
      ): Promise<Job[]> {
        const ran: Job[] = []
        await queue.work(
          async (job) => {
            ran.push(job)
            await onRun(ran)
          },
          { concurrency: 1 },
        )
        await expect.poll(() => until(ran), { timeout: 15_000 }).toBe(true)
        return ran
      }

      test.each<[burst: string, jobs: OwnedJob[]]>([
        ['5,000 answers', grades(5000, loud)],
        [
          '500 channels that are due',
          Array.from({ length: 500 }, (_, channelId) =>
            owned({ name: 'ask', channelId, localDate: '2026-03-02' }, loud),
          ),
        ],
      ])('of %s lets a single answer from another workspace pass, no matter when it comes', async (_burst, jobs) => {
        const queue = open()
        await queue.addMany(jobs)
        const others = [20_000, 20_001, 20_002]
        await queue.add({ name: 'grade', answerId: 20_000 }, { workspaceId: 2 })
        const placeOf = (ran: Job[], id: number) => ran.findIndex((job) => 'answerId' in job && job.answerId === id)
        const ran = await inOrder(
          queue,
          (sofar) => others.every((id) => placeOf(sofar, id) >= 0),
          async (sofar) => {
            if (sofar.length === 50) await queue.add({ name: 'grade', answerId: 20_001 }, { workspaceId: 3 })
            if (sofar.length === 100) await queue.add({ name: 'tell', answerId: 20_002 }, { workspaceId: 2 })
          },
        )
        const waited = others.map((id, at) => placeOf(ran, id) - at * 50)
        expect(Math.max(...waited)).toBeLessThanOrEqual(12)
      })

      test('alternates with another workspace’s jobs, even if it came first', async () => {
        const queue = open()
        await queue.addMany(grades(200, loud))
        await queue.addMany(grades(200, 2, 1000))
        const ran = await inOrder(queue, (sofar) => sofar.length >= 200)
        const ofOther = ran.slice(0, 200).filter((job) => job.name === 'grade' && job.answerId >= 1000)
        expect(ofOther.length).toBeGreaterThanOrEqual(80)
        expect(ofOther.length).toBeLessThanOrEqual(120)
      })
    })

    test('runs a delayed job when its time has come', async () => {
      const queue = open()
      const work = gate()
      work.open()
      await queue.work(work.run, { concurrency: 1 })
      const added = Date.now()
      await queue.add(grade, { delayMs: 600 })
      expect(await queue.depth()).toMatchObject({ waiting: 0, delayed: 1 })
      await work.begun(1)
      expect(Date.now() - added).toBeGreaterThanOrEqual(595)
      expect(Date.now() - added).toBeLessThan(1500)
    })

    test('repeats a job at its interval, no matter how often the interval is set, and accepts a new interval', async () => {
      const queue = open()
      const beats: number[] = []
      await queue.work(async () => void beats.push(Date.now()), { concurrency: 1 })
      await queue.repeat({ name: 'sweep' }, 300)
      for (let told = 0; told < 20; told++) {
        await pause(100)
        await queue.repeat({ name: 'sweep' }, 300)
      }
      expect(beats.length).toBeGreaterThanOrEqual(5)
      expect(beats.length).toBeLessThanOrEqual(9)

      await queue.repeat({ name: 'sweep' }, 60_000)
      await pause(500)
      const before = beats.length
      await pause(1000)
      expect(beats.length).toBe(before)
    })

    test('distributes the jobs among workers, each job to one of them', async () => {
      const [one, other] = [open(), open()]
      const ran: { by: string; job: Job }[] = []
      const by =
        (who: string): RunJob =>
        async (job) => {
          ran.push({ by: who, job })
          await pause(20)
        }
      await one.work(by('one'), { concurrency: 2 })
      await other.work(by('other'), { concurrency: 2 })
      const jobs = Array.from({ length: 60 }, (_, answerId) => owned({ name: 'grade', answerId }))
      await one.addMany(jobs)
      await expect.poll(() => ran.length, { timeout: 10_000 }).toBe(60)
      await pause(200)
      expect(new Set(ran.map(({ job }) => JSON.stringify(job))).size).toBe(60)
      expect(new Set(ran.map(({ by }) => by))).toEqual(new Set(['one', 'other']))
      expect(ran.length).toBe(60)
    })

    test('runs the configured number of jobs at the same time', async () => {
      const queue = open()
      const work = gate()
      await queue.addMany(Array.from({ length: 6 }, (_, answerId) => owned({ name: 'tell', answerId })))
      await queue.work(work.run, { concurrency: 4 })
      await work.begun(4)
      await pause(200)
      expect(work.count).toBe(4)
      expect(await queue.depth()).toMatchObject({ active: 4, waiting: 2 })
      work.open()
      await work.begun(6)
    })

    test('waits for the current job when it is closed, and doesn’t start another', async () => {
      const [closing, watching] = [open(), open()]
      const work = gate()
      await closing.work(work.run, { concurrency: 1 })
      await closing.addMany([owned(grade), owned({ name: 'grade', answerId: 18 })])
      await work.begun(1)
      let closed = false
      const close = closing.close({ graceMs: 10_000 }).then(() => {
        closed = true
      })
      await pause(200)
      expect(closed).toBe(false)
      work.open()
      await close
      expect(work.count).toBe(1)
      expect(await watching.depth()).toMatchObject({ active: 0, waiting: 1, failed: 0 })
    })

    test('returns a job to the queue if it isn’t done in time when the worker closes, and another worker runs it immediately', async () => {
      const [closing, other] = [open(), open()]
      const stuck = gate()
      await closing.work(stuck.run, { concurrency: 1 })
      await closing.add(grade)
      await stuck.begun(1)
      const began = performance.now()
      await closing.close({ graceMs: 200 })
      expect(performance.now() - began).toBeLessThan(1500)

      const work = gate()
      work.open()
      await other.work(work.run, { concurrency: 1 })
      await work.begun(1)
      expect(work.contexts[0]).toEqual({ attempt: 1, lastAttempt: false })
      await emptied(other)
    })

    test('gives a job whose worker died to another worker', async () => {
      const queue = open()
      await queue.add(grade)
      const kill = await underTest.holdOneJob(name)
      expect((await queue.depth()).active).toBe(1)
      await kill()

      const work = gate()
      work.open()
      await queue.work(work.run, { concurrency: 1 })
      await work.begun(1, 10_000)
      await emptied(queue)
    })

    test('adds thousands of jobs within seconds, and reports how many wait and for how long', async () => {
      const queue = open()
      const jobs = Array.from({ length: 10_000 }, (_, answerId) => owned({ name: 'grade', answerId }))
      const began = Date.now()
      await queue.addMany(jobs)
      expect(Date.now() - began).toBeLessThan(8000)
      const depth = await queue.depth()
      expect(depth).toMatchObject({ waiting: 10_000, active: 0, delayed: 0, failed: 0 })
      expect(depth.oldestWaitingMs).toBeGreaterThanOrEqual(0)
      expect(depth.oldestWaitingMs).toBeLessThanOrEqual(Date.now() - began)
      await pause(100)
      expect((await queue.depth()).oldestWaitingMs).toBeGreaterThanOrEqual(depth.oldestWaitingMs + 90)
    })
  })
}

/** A task that doesn't finish until the gate is opened. */
function gate(): {
  run: RunJob
  readonly count: number
  contexts: JobContext[]
  open(): void
  begun(count: number, timeoutMs?: number): Promise<void>
} {
  const contexts: JobContext[] = []
  const { promise, resolve } = Promise.withResolvers<void>()
  return {
    contexts,
    get count() {
      return contexts.length
    },
    run(_job, context) {
      contexts.push(context)
      return promise
    },
    open: resolve,
    begun: (count, timeoutMs = 5000) =>
      expect.poll(() => contexts.length, { timeout: timeoutMs, interval: 5 }).toBe(count),
  }
}

function emptied(queue: Queue): Promise<void> {
  const nothing = { waiting: 0, active: 0, delayed: 0, failed: 0, oldestWaitingMs: 0 }
  return expect.poll(() => queue.depth(), { timeout: 5000 }).toEqual(nothing)
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
