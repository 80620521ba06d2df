import type { Deps } from '../deps.ts'
import { batchSize, createBatchGrader, type GraderDeps, type ReadBatch } from './grade-batch.ts'
import { askedOf } from './grade-sheets.ts'
import { createWaitingAnswers } from './waiting-answers.ts'

/** A job that finds a backlog works off this many batches; those answers' own jobs then find nothing left to do. */
const mostBatches = 16

/**
 * One per process. Answers requested while a batch is running go into the next one, which is filled up with others that
 * are waiting: a single answer is graded at once, and a backlog costs a few statements per 64 answers. If a batch can't
 * be saved, each answer is graded alone by its own job, so one that can't be graded doesn't hold up any other.
 */
export function createGrader(deps: GraderDeps): Deps['gradeAnswer'] {
  const waiting = createWaitingAnswers()
  const { isGraded, isApart, read, grade } = createBatchGrader(deps, waiting)
  let underWay: Promise<void> | undefined

  return (answerId) => {
    // The code that graded it here has also added the job that tells the player.
    if (isGraded(answerId)) return Promise.resolve()
    const known = waiting.known(answerId)
    if (known) return known
    const done = waiting.add(answerId)
    if (underWay) return done
    underWay = workOff().finally(() => {
      underWay = undefined
    })
    // This job stays until the backlog is worked off, so that no work continues outside of a job.
    return Promise.all([done, underWay]).then(() => {})
  }

  /** In a backlog, the next batch is read while the one before is graded and saved. */
  async function workOff(): Promise<void> {
    let next: Promise<ReadBatch> | undefined
    for (let batches = 1; waiting.size() > 0 || next; batches++) {
      const ids = waiting.ids()
      await Promise.all(ids.filter(isApart).map(alone))
      const together = ids.filter((id) => !isApart(id)).slice(0, batchSize)
      if (together.length === 0 && !next) continue
      const batch = await (next ?? readTogether(together))
      const last = batch.sheets.length < batchSize ? undefined : askedIn(batch).at(-1)
      next =
        last === undefined || batches >= mostBatches ? undefined : read({ asked: [], along: batchSize, after: last })
      await grade(batch)
    }
  }

  async function alone(id: number): Promise<void> {
    await grade(await read({ asked: [id], along: 0, after: id }))
  }

  /** These answers, and as many of the following ones as fit into a batch. */
  function readTogether(asked: number[]): Promise<ReadBatch> {
    return read({ asked, along: batchSize - asked.length, after: Math.min(...asked) })
  }
}

/** In the order of the ids, as the store reads them. */
function askedIn({ sheets }: ReadBatch): number[] {
  return sheets.flatMap((sheet) => askedOf(sheet)?.id ?? [])
}
