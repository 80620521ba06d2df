import { type Question, sortedAnswers } from '../question.ts'
import type { CompiledRubric } from '../rubric/compiled-rubric.ts'
import { gradeAnswer } from '../rubric/grade-answer.ts'
import type { Verdict } from '../rubric/rubric.ts'
import { RubricError } from '../rubric/rubric-error.ts'
import { isBetter } from './mark.ts'

/** More ways to say one idea of a question, as patterns, that a workspace has added for itself. */
export type Addition = { point: string; says: string[] }

/** So many patterns a workspace may add to one question. */
export const mostAdded = 40

/** A text, and the best verdict that it may get. */
export type Bound = { text: string; most: Verdict }

/** How a change of the rubric changes the verdict of a text. */
export type Moved = { before: Verdict; after: Verdict }

/** The question with these patterns behind those of its points. What names no point with patterns is left out. */
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

/** What the question's authors sorted as wrong or half right. */
export function boundsOf(question: Question): Bound[] {
  return sortedAnswers(question).flatMap(({ answer, verdict }) =>
    verdict === 'correct' ? [] : [{ text: answer, most: verdict }],
  )
}

/** Whether a change lets a text pass that must not: it gets more than it may, and more than before. */
export function isRefused({ most }: Pick<Bound, 'most'>, { before, after }: Moved): boolean {
  return isBetter(after, most) && isBetter(after, before)
}

export type Fitted = {
  /** With the additions that fit. */
  question: Question
  rubric: CompiledRubric
  /** Those that don't: their point is gone, they can't be read, or an example that must not pass would. */
  left: Addition[]
}

/**
 * Letters of examples times letters of rubrics that are graded at most, since it is done in one turn: far more than a question
 * of a few kilobytes needs, and the same in each process. What is beyond it counts as not fitting.
 */
const mostWork = 100_000_000

/** Adds what fits this version of a question, which may be newer than the additions. Always gives a rubric that works. */
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

/** Counts the work of grading the bounds of a question by a rubric, and gives false once that is too much. */
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
