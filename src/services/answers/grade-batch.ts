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

/** `asked`: the requested answers. `along`: how many other waiting answers to add, with ids above `after`. */
type Batch = { asked: number[]; along: number; after: number }

type BatchGrader = {
  /** Whether this process has recently graded the answer. */
  isGraded(id: number): boolean
  /** Whether the answer could not be graded or saved together with others. */
  isApart(id: number): boolean
  /** Returns the ids in the batch. Settles the waiting callers, except those whose answer has to be tried again. */
  take(batch: Batch): Promise<number[]>
}

export function createBatchGrader(deps: GraderDeps, waiting: WaitingAnswers): BatchGrader {
  const graded = new Set<number>()
  const apart = new Set<number>()
  const countSoon = createCountSoon(deps)
  let behind = 0

  return { isGraded: (id) => graded.has(id), isApart: (id) => apart.has(id), take }

  async function take(batch: Batch): Promise<number[]> {
    try {
      const sheets = await deps.store.grading.sheets({ ...batch, behind, apart: [...apart] })
      await gradeTogether(batch, sheets)
      return sheets.flatMap((sheet) => askedOf(sheet)?.id ?? [])
    } catch (error) {
      for (const id of batch.asked) waiting.settle(id, error)
      return []
    }
  }

  async function gradeTogether(batch: Batch, sheets: Sheet[]): Promise<void> {
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
    // If most answers weren't saved, another process is working on the same ones. Skipping ahead makes a collision less
    // likely.
    behind = saved.size * 2 < given.length ? Math.floor(Math.random() * 4) * batchSize : 0
    const wanted = new Set(batch.asked)
    const lost = new Set(given.flatMap(({ answer }) => (saved.has(answer.id) ? [] : [answer.id])))
    const toTell = sheets.filter((sheet) => {
      const answer = askedOf(sheet)
      if (!answer || !(saved.has(answer.id) || wanted.has(answer.id))) return false
      // Also covers answers graded earlier but not told: the process may have died before it added the job.
      return answer.state === 'graded' || graded.has(answer.id)
    })
    await Promise.all(toTell.map((sheet) => tell(deps, sheet)))
    await countSoon(sheets.flatMap((sheet) => (saved.has(askedOf(sheet)?.id ?? 0) ? [sheet.round] : [])))
    for (const id of [...wanted, ...saved]) {
      if (lost.has(id)) waiting.tryAgain(id)
      else waiting.settle(id)
    }
  }
}

async function tell(deps: Pick<Deps, 'queue' | 'chat' | 'log'>, sheet: Sheet): Promise<void> {
  const answer = askedOf(sheet)
  if (!answer) return
  const { posted, workspaceId } = sheet.round
  const { id, path, requestId } = answer
  // The delay is set on the job, because waiting inside the job would occupy a worker slot.
  const delayMs = posted === undefined ? 0 : deps.chat.restMs(posted, path)
  await enqueue(
    deps,
    { name: 'tell', answerId: id },
    { workspaceId, delayMs, ...(requestId === undefined ? {} : { requestId }) },
  )
}

/** Adds an id and drops the oldest if there are more than `most`. */
function keep(ids: Set<number>, id: number, most: number): void {
  ids.add(id)
  const oldest = ids.values().next()
  if (ids.size > most && !oldest.done) ids.delete(oldest.value)
}
