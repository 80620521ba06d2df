import { createHolidayCalendar } from '../../../src/adapters/holidays/index.ts'
import { createPainter } from '../../../src/adapters/picture/index.ts'
import { openStore } from '../../../src/adapters/postgres/index.ts'
import { createImportReader } from '../../../src/app/imports/import-reader.ts'
import { handleEvent } from '../../../src/commands/handle-event.ts'
import { ChatError, NotYet } from '../../../src/domain/errors.ts'
import { runJob } from '../../../src/jobs/jobs.ts'
import type { Job, Queue } from '../../../src/ports/queue.ts'
import type { QuestionVersion } from '../../../src/ports/store/questions.ts'
import type { Store } from '../../../src/ports/store/store.ts'
import { createGrader } from '../../../src/services/answers/create-grader.ts'
import { createArchive } from '../../../src/services/archive/archive.ts'
import { openBank } from '../../../src/services/bank.ts'
import type { Deps } from '../../../src/services/deps.ts'
import { plainMessage } from '../people/plain-message.ts'
import { createDatabase } from '../servers/postgres.ts'
import { type PretendChat, pretendChat } from './pretend-chat.ts'

/** Services, jobs and commands on a real Postgres, with a simulated clock and a queue that the test runs. */
export type HabitWorld = {
  deps: Deps
  store: Store
  databaseUrl: string
  chat: PretendChat
  log: { message: string; fields: Record<string, unknown> }[]
  /** Errors of jobs that were retried. */
  errors: string[]
  /** A person in a workspace; `type` returns the private reply as text. */
  person(name: string, options?: { admin?: boolean; workspace?: string; zone?: string }): Person
  /** Sets the clock without running anything, as while the worker is down. */
  sleepUntil(moment: string): void
  /** Moves the clock in steps, and runs everything that is due at each step. */
  passUntil(moment: string, stepMs?: number): Promise<void>
  /** Runs the tick, the sweep and every due job once. */
  beat(): Promise<void>
  channel(name?: string): string[]
  close(): Promise<void>
}

export type Person = {
  ref: string
  /** An empty channel is a direct message. */
  types(words: string, channel?: string): Promise<string>
  presses(action: string): Promise<string>
  sends(action: string, values: Record<string, string>): Promise<string>
  /** Private messages that came later and not as a reply, as text, oldest first. */
  told(): string[]
}

type Doing =
  | { kind: 'command'; words: string }
  | { kind: 'press'; action: string }
  | { kind: 'submit'; action: string; values: Record<string, string> }

type Waiting = { job: Job; dueAt: number; tries: number }

const triesAJob = 6
const hourMs = 60 * 60 * 1000
/** How often the sweep runs while hours pass. It also runs at the end. */
const sweepEveryMs = 6 * hourMs

export async function habitWorld(start: string, questions: QuestionVersion[]): Promise<HabitWorld> {
  const database = await createDatabase()
  const store = openStore({ url: database.url, poolSize: 5, onError: () => {} })
  await store.questions.load(questions)
  const chat = pretendChat()
  let now = Date.parse(start)
  let events = 0
  const waiting = new Map<string, Waiting>()
  const [log, errors]: [HabitWorld['log'], string[]] = [[], []]
  const note = (fields: Record<string, unknown>, message: string): void => void log.push({ message, fields })
  const clock = { now: () => new Date(now) }
  const bank = openBank(store)
  const deps: Deps = {
    store,
    chat,
    clock,
    bank,
    archive: createArchive({ store, bank, clock }),
    painter: createPainter(),
    readImport: createImportReader(),
    holidays: createHolidayCalendar(),
    retentionMonths: 12,
    fingerprint: (ref) => `fingerprint of ${ref}`,
    rights: { isAdmin: async () => true, isMember: async () => true },
    keepPace() {},
    gradeAnswer: (answerId) => grade(answerId),
    links: {
      board: () => 'https://quiz.test/board/x',
      archive: () => 'https://quiz.test/archive',
      source: (path) => `https://quiz.test/${path}`,
      progress: () => 'https://quiz.test/me/x',
      playerExport: () => 'https://quiz.test/export/x',
      desk: () => 'https://quiz.test/desk/open/x',
      pack: () => 'https://quiz.test/desk/studio/shared/x',
    },
    log: { info: note, warn: note, error: note },
    queue: handQueue(waiting, () => now),
  }

  const grade = createGrader(deps)

  async function beat(withSweep = true): Promise<void> {
    await runJob(deps, { name: 'tick' })
    if (withSweep) await runJob(deps, { name: 'sweep' })
    for (;;) {
      const due = [...waiting].filter(([, { dueAt }]) => dueAt <= now)
      if (due.length === 0) return
      for (const [id, { job, tries }] of due) {
        try {
          await runJob(deps, job)
          waiting.delete(id)
        } catch (error) {
          errors.push(String(error))
          const limited = error instanceof NotYet || (error instanceof ChatError && error.code === 'rate-limited')
          const waitMs = limited ? (error.retryAfterMs ?? 0) : 1000 * 2 ** tries
          if (!limited && tries + 1 === triesAJob) waiting.delete(id)
          else waiting.set(id, { job, dueAt: now + Math.max(1000, waitMs), tries: limited ? tries : tries + 1 })
        }
      }
    }
  }

  return {
    deps,
    store,
    databaseUrl: database.url,
    chat,
    log,
    errors,
    beat: () => beat(),
    person(name, { admin = false, workspace = 'slack:T1', zone } = {}) {
      const ref = `${workspace}:${name.replaceAll(' ', '-')}`
      async function does(doing: Doing, channel = 'quiz'): Promise<string> {
        events += 1
        const reply = await handleEvent(deps, {
          ...doing,
          id: `event-${events}`,
          workspace: { ref: workspace, name: 'Acme' },
          ...(channel === '' ? {} : { channel: { ref: `${workspace}:${channel}`, name: channel } }),
          player: { ref, name, isAdmin: async () => admin, zone: async () => zone },
        })
        await beat()
        return 'message' in reply ? plainMessage(reply.message) : reply.kind
      }
      return {
        ref,
        types: (words, channel) => does({ kind: 'command', words }, channel),
        presses: (action) => does({ kind: 'press', action }),
        sends: (action, values) => does({ kind: 'submit', action, values }),
        told: () => chat.said.flatMap(({ how, to, text }) => (how === 'tell' && to === ref ? [text] : [])),
      }
    },
    sleepUntil(moment) {
      now = Date.parse(moment)
    },
    async passUntil(moment, stepMs = hourMs) {
      const end = Date.parse(moment)
      while (now < end) {
        now = Math.min(end, now + stepMs)
        // The sweep is half of the cost of a step and rarely finds anything, so it doesn't run in every hour of a
        // month.
        await beat(now === end || stepMs < hourMs || now % sweepEveryMs < stepMs)
      }
    },
    channel(name = 'quiz') {
      const shown = new Map<string, string>()
      chat.said.forEach(({ how, to, text }, index) => {
        if (how === 'update') shown.set(to, text)
        else if (how !== 'tell' && to.split(':')[2] === name) shown.set(`${to}:m${index + 1}`, text)
      })
      return [...shown.values()]
    },
    async close() {
      await store.close()
      await database.drop()
    },
  }
}

function handQueue(waiting: Map<string, Waiting>, now: () => number): Queue {
  const add = (job: Job, delayMs = 0): void => {
    const id = JSON.stringify(job)
    if (!waiting.has(id)) waiting.set(id, { job, dueAt: now() + delayMs, tries: 0 })
  }
  return {
    add: async (job, options) => add(job, options?.delayMs),
    addMany: async (jobs) => {
      for (const { job } of jobs) add(job)
    },
    repeat: async () => {},
    work: async () => {},
    depth: async () => ({ waiting: waiting.size, active: 0, delayed: 0, failed: 0, oldestWaitingMs: 0 }),
    close: async () => {},
  }
}
