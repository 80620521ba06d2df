import type { Deps } from '../deps.ts'
import { batchSize, createBatchGrader, type GraderDeps } from './grade-batch.ts'
import { createWaitingAnswers } from './waiting-answers.ts'

/**
 * The job that starts a batch continues for at most this many batches while there is a backlog. The jobs of those
 * answers then have nothing left to do.
 */
const mostBatches = 16

/**
 * Use one per process. Answers requested while a batch is running go into the next batch, which also takes other
 * waiting answers. A single answer is therefore graded immediately, and a backlog costs a few statements per 64
 * answers. If a batch can't be saved, each answer is graded alone by its own job, so an answer that can't be graded
 * doesn't block the others.
 */
export function createGrader(deps: GraderDeps): Deps['gradeAnswer'] {
  const waiting = createWaitingAnswers()
  const { isGraded, isApart, take } = createBatchGrader(deps, waiting)
  let underWay: Promise<void> | undefined

  return (answerId) => {
    // The process that graded the answer has also added the `tell` job.
    if (isGraded(answerId)) return Promise.resolve()
    const known = waiting.known(answerId)
    if (known) return known
    const done = waiting.add(answerId)
    if (underWay) return done
    underWay = workOff().finally(() => {
      underWay = undefined
    })
    // The job ends only when the running batches are done, so that all work belongs to a job.
    return Promise.all([done, underWay]).then(() => {})
  }

  async function workOff(): Promise<void> {
    let after: number | undefined
    for (let batch = 0; waiting.size() > 0 || (after !== undefined && batch < mostBatches); batch++) {
      const ids = waiting.ids()
      await Promise.all(ids.filter(isApart).map((id) => take({ asked: [id], along: 0, after: id })))
      const together = ids.filter((id) => !isApart(id)).slice(0, batchSize)
      if (together.length === 0 && after === undefined) continue
      const along = batchSize - together.length
      const taken = await take({ asked: together, along, after: Math.min(after ?? Infinity, ...together) })
      after = taken.length < batchSize ? undefined : taken.at(-1)
    }
  }
}
