import type { Sheet } from '../../ports/store/grading.ts'
import type { Deps } from '../deps.ts'
import { enqueue } from '../enqueue.ts'
import { createCountSoon } from '../rounds/count-soon.ts'
import { askedOf, gradeSheets } from './grade-sheets.ts'

type GraderDeps = Pick<Deps, 'store' | 'queue' | 'chat' | 'bank' | 'clock' | 'log'>

/** How many answers are read, graded and saved together. */
const batchSize = 64
/** A job that finds a backlog works off this many batches; those answers' own jobs then find nothing left to do. */
const mostBatches = 16
/** Others may grade, erase or answer at the same moment, each once or twice: more rounds than that are a bug. */
const mostTurns = 20
const gradedKept = 20_000
const apartKept = 1000

type Waiting = { turns: number; done: PromiseWithResolvers<void> }
type Batch = { asked: number[]; along: number; after: number }

/**
 * One per process. Answers requested while a batch is running go into the next one, which is filled up with others that
 * are waiting: a single answer is graded at once, and a backlog costs a few statements per 64 answers. If a batch can't
 * be saved, each answer is graded alone by its own job, so one that can't be graded doesn't hold up any other.
 */
export function createGrader(deps: GraderDeps): Deps['gradeAnswer'] {
  const asked = new Map<number, Waiting>()
  const graded = new Set<number>()
  const apart = new Set<number>()
  const countSoon = createCountSoon(deps)
  let underWay: Promise<void> | undefined
  let behind = 0

  return (answerId) => {
    // The code that graded it here has also added the job that tells the player.
    if (graded.has(answerId)) return Promise.resolve()
    const known = asked.get(answerId)
    if (known) return known.done.promise
    const done = Promise.withResolvers<void>()
    asked.set(answerId, { turns: 0, done })
    if (underWay) return done.promise
    underWay = workOff().finally(() => {
      underWay = undefined
    })
    // This job stays until the backlog is worked off, so that no work continues outside of a job.
    return Promise.all([done.promise, underWay]).then(() => {})
  }

  async function workOff(): Promise<void> {
    let after: number | undefined
    for (let batch = 0; asked.size > 0 || (after !== undefined && batch < mostBatches); batch++) {
      const ids = [...asked.keys()]
      await Promise.all(ids.filter((id) => apart.has(id)).map((id) => take({ asked: [id], along: 0, after: id })))
      const together = ids.filter((id) => !apart.has(id)).slice(0, batchSize)
      if (together.length === 0 && after === undefined) continue
      const along = batchSize - together.length
      const taken = await take({ asked: together, along, after: Math.min(after ?? Infinity, ...together) })
      after = taken.length < batchSize ? undefined : taken.at(-1)
    }
  }

  /**
   * Returns the ids that it looked at. Callers waiting for them are told the result, unless they have to wait for
   * another batch.
   */
  async function take(batch: Batch): Promise<number[]> {
    try {
      const sheets = await deps.store.grading.sheets({ ...batch, behind, apart: [...apart] })
      await gradeTogether(batch, sheets)
      return sheets.flatMap((sheet) => askedOf(sheet)?.id ?? [])
    } catch (error) {
      for (const id of batch.asked) settle(id, error)
      return []
    }
  }

  async function gradeTogether(batch: Batch, sheets: Sheet[]): Promise<void> {
    const { graded: given, failed } = await gradeSheets(deps, sheets)
    for (const [id, error] of failed) {
      keep(apart, id, apartKept)
      settle(id, error)
    }
    let saved = new Set<number>()
    try {
      if (given.length > 0) saved = await deps.store.grading.save(given)
    } catch (error) {
      if (given.length === 1 || batch.along === 0) throw error
      for (const { answer } of given) keep(apart, answer.id, apartKept)
      return
    }
    for (const id of saved) {
      apart.delete(id)
      keep(graded, id, gradedKept)
    }
    // Another process is working on the same answers; answers further back are less likely to collide.
    behind = saved.size * 2 < given.length ? Math.floor(Math.random() * 4) * batchSize : 0
    const wanted = new Set(batch.asked)
    const lost = new Set(given.flatMap(({ answer }) => (saved.has(answer.id) ? [] : [answer.id])))
    await Promise.all(sheets.map((sheet) => tell(sheet, (id) => saved.has(id) || wanted.has(id))))
    await countSoon(sheets.flatMap((sheet) => (saved.has(askedOf(sheet)?.id ?? 0) ? [sheet.round] : [])))
    for (const id of [...wanted, ...saved]) {
      if (lost.has(id)) tryAgain(id)
      else settle(id)
    }
  }

  /**
   * Answers that were graded before but not told are told again: their grader may have died before it added the job.
   */
  async function tell(sheet: Sheet, isMeant: (id: number) => boolean): Promise<void> {
    const answer = askedOf(sheet)
    if (!answer || !isMeant(answer.id)) return
    if (answer.state !== 'graded' && !graded.has(answer.id)) return
    const { posted, workspaceId } = sheet.round
    const { id, path, requestId } = answer
    // The wait is in the queue: inside the job it would hold up those behind it.
    const delayMs = posted === undefined ? 0 : deps.chat.restMs(posted, path)
    await enqueue(
      deps,
      { name: 'tell', answerId: id },
      { workspaceId, delayMs, ...(requestId === undefined ? {} : { requestId }) },
    )
  }

  /** Somebody changed the answer between reading and saving: it is tried again in the next batch. */
  function tryAgain(id: number): void {
    const waiting = asked.get(id)
    if (!waiting) return
    waiting.turns += 1
    if (waiting.turns === mostTurns) settle(id, new Error('an answer changed each time it was graded'))
  }

  function settle(id: number, error?: unknown): void {
    const waiting = asked.get(id)
    asked.delete(id)
    if (error === undefined) waiting?.done.resolve()
    else waiting?.done.reject(error)
  }
}

/** Forgets the oldest if there are too many. */
function keep(ids: Set<number>, id: number, most: number): void {
  ids.add(id)
  const oldest = ids.values().next()
  if (ids.size > most && !oldest.done) ids.delete(oldest.value)
}
