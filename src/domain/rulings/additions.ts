import { type Question, sortedAnswers } from '../question.ts'
import type { CompiledRubric } from '../rubric/compiled-rubric.ts'
import { gradeAnswer } from '../rubric/grade-answer.ts'
import type { Verdict } from '../rubric/rubric.ts'
import { RubricError } from '../rubric/rubric-error.ts'
import { isBetter } from './mark.ts'

export type Addition = { point: string; says: string[] }

export const mostAdded = 40

export type Bound = { text: string; most: Verdict }

export type Moved = { before: Verdict; after: Verdict }

/**
 * Adds these patterns to the question's points. Ignores additions for unknown points and for points without patterns.
 */
export function withAdditions(question: Question, additions: readonly Addition[]): Question {
  const added = Map.groupBy(additions, ({ point }) => point)
  const points = question.rubric.points.map((point) => {
    const says = (added.get(point.id) ?? []).flatMap((one) => one.says)
    return point.says === undefined || says.length === 0
      ? point
      : { ...point, says: [...new Set([...point.says, ...says])] }
  })
  return { ...question, rubric: { ...question.rubric, points } }
}

/** The texts that the question's authors labeled as incorrect or partial. */
export function boundsOf(question: Question): Bound[] {
  return sortedAnswers(question).flatMap(({ answer, verdict }) =>
    verdict === 'correct' ? [] : [{ text: answer, most: verdict }],
  )
}

/** Whether a change accepts a text that must not pass: its verdict is better than allowed and better than before. */
export function isRefused({ most }: Pick<Bound, 'most'>, { before, after }: Moved): boolean {
  return isBetter(after, most) && isBetter(after, before)
}

export type Fitted = {
  /** The question with the additions that fit. */
  question: Question
  rubric: CompiledRubric
  /**
   * Additions that don't fit: their point is gone, a pattern is invalid, or an example that must not pass would pass.
   */
  left: Addition[]
}

/**
 * The limit on work, as characters of examples times characters of rubrics. The work runs in one turn of the event
 * loop, and the limit is far above the size of normal questions. It is the same in each process. Additions beyond the
 * limit count as not fitting.
 */
const mostWork = 100_000_000

/**
 * Adds the additions that fit this version of a question, which may be newer than the additions. Always returns a
 * rubric that compiles.
 */
export function addFitting(
  question: Question,
  additions: readonly Addition[],
  compile: (question: Question) => CompiledRubric,
): Fitted {
  const single = additions.flatMap(({ point, says }) => says.map((pattern) => ({ point, says: [pattern] })))
  const points = new Set(question.rubric.points.flatMap(({ id, says }) => (says === undefined ? [] : [id])))
  const known = single.filter(({ point }) => points.has(point))
  const plain = compile(question)
  const grades = workOf(question)
  if (known.length === 0 || !grades(question)) return { question, rubric: plain, left: single }
  const bounds = boundsOf(question).map((bound) => ({ ...bound, before: gradeAnswer(plain, bound.text).verdict }))
  const attempt = (some: readonly Addition[]) => {
    const changed = withAdditions(question, some)
    if (!grades(changed)) return undefined
    const rubric = compiled(changed, compile)
    const passes = ({ text, most, before }: (typeof bounds)[number]) =>
      rubric !== undefined && isRefused({ most }, { before, after: gradeAnswer(rubric, text).verdict })
    return rubric === undefined || bounds.some(passes) ? undefined : { question: changed, rubric }
  }
  let best = attempt(known) ?? { question, rubric: plain }
  if (best.question !== question) return { ...best, left: without(single, known) }
  const kept: Addition[] = []
  for (const one of known) {
    const next = attempt([...kept, one])
    if (next === undefined) continue
    best = next
    kept.push(one)
  }
  return { ...best, left: without(single, kept) }
}

/**
 * Returns a function that counts the work of grading the bounds of a question, and returns false once the limit is
 * exceeded.
 */
function workOf(question: Question): (graded: Question) => boolean {
  const letters = boundsOf(question).reduce((sum, { text }) => sum + text.length, 0)
  let work = 0
  return ({ rubric }) => {
    work += letters * JSON.stringify(rubric).length
    return work <= mostWork
  }
}

function without(all: readonly Addition[], some: readonly Addition[]): Addition[] {
  return all.filter((one) => !some.includes(one))
}

function compiled(question: Question, compile: (question: Question) => CompiledRubric): CompiledRubric | undefined {
  try {
    return compile(question)
  } catch (error) {
    if (error instanceof RubricError) return undefined
    throw error
  }
}
