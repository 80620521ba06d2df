import type { Answer } from '../../domain/answer.ts'
import type { Sheet } from '../../ports/store/grading.ts'
import type { Deps } from '../deps.ts'
import { enqueue } from '../enqueue.ts'
import { createCountSoon } from '../rounds/count-soon.ts'
import { askedOf, gradeSheets } from './grade-sheets.ts'
import type { WaitingAnswers } from './waiting-answers.ts'

export type GraderDeps = Pick<Deps, 'store' | 'queue' | 'chat' | 'bank' | 'clock' | 'log'>

/** How many answers are read, graded and saved together. */
export const batchSize = 64
const gradedKept = 20_000
const apartKept = 1000

/** The requested answers, how many further ones to include, and the id after which those begin. */
type Batch = { asked: number[]; along: number; after: number }

/** A batch as it was read: nothing is held, so by the time it is saved somebody else may have graded some of it. */
export type ReadBatch = Batch & { sheets: Sheet[] }

type BatchGrader = {
  /** Whether this process has graded the answer a short while ago. */
  isGraded(id: number): boolean
  /** Whether the answer could not be graded or saved together with others. */
  isApart(id: number): boolean
  /** If the store can't be read, callers waiting for the answers are told so, and the batch is empty. */
  read(batch: Batch): Promise<ReadBatch>
  /** Callers waiting for its answers are told the result, unless they have to wait for another batch. */
  grade(batch: ReadBatch): Promise<void>
}

/** Grades batches of answers for one process. */
export function createBatchGrader(deps: GraderDeps, waiting: WaitingAnswers): BatchGrader {
  const graded = new Set<number>()
  const apart = new Set<number>()
  const countSoon = createCountSoon(deps)
  let behind = 0

  return { isGraded: (id) => graded.has(id), isApart: (id) => apart.has(id), read, grade }

  async function read(batch: Batch): Promise<ReadBatch> {
    try {
      return { ...batch, sheets: await deps.store.grading.sheets({ ...batch, behind, apart: [...apart] }) }
    } catch (error) {
      for (const id of batch.asked) waiting.settle(id, error)
      return { ...batch, asked: [], sheets: [] }
    }
  }

  async function grade(batch: ReadBatch): Promise<void> {
    try {
      await gradeTogether(batch)
    } catch (error) {
      for (const id of batch.asked) waiting.settle(id, error)
    }
  }

  async function gradeTogether({ sheets, ...batch }: ReadBatch): Promise<void> {
    const { graded: given, failed } = await gradeSheets(deps, sheets)
    for (const [id, error] of failed) {
      keep(apart, id, apartKept)
      waiting.settle(id, error)
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
    // Answers that were graded before but not told are told again: their grader may have died before it added the job.
    const isToTell = ({ id, state }: Answer): boolean =>
      (saved.has(id) || wanted.has(id)) && (state === 'graded' || graded.has(id))
    await Promise.all(sheets.map((sheet) => tell(deps, sheet, isToTell)))
    await countSoon(sheets.flatMap((sheet) => (saved.has(askedOf(sheet)?.id ?? 0) ? [sheet.round] : [])))
    for (const id of [...wanted, ...saved]) {
      if (lost.has(id)) waiting.tryAgain(id)
      else waiting.settle(id)
    }
  }
}

async function tell(
  deps: Pick<Deps, 'queue' | 'chat' | 'log'>,
  sheet: Sheet,
  isToTell: (answer: Answer) => boolean,
): Promise<void> {
  const answer = askedOf(sheet)
  if (!answer || !isToTell(answer)) return
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

/** Removes the oldest if there are too many. */
function keep(ids: Set<number>, id: number, most: number): void {
  ids.add(id)
  const oldest = ids.values().next()
  if (ids.size > most && !oldest.done) ids.delete(oldest.value)
}
