import type { CompiledRubric } from '../rubric/compiled-rubric.ts'
import { comparisonsWithout } from '../rubric/drafts/comparison.ts'
import { gradeAnswer } from '../rubric/grade-answer.ts'
import { maximumAnswerLength } from '../rubric/limits.ts'
import type { Grade, Span, Verdict } from '../rubric/rubric.ts'

export type SortedAnswer = { text: string; label?: Verdict }

export type GradedAnswer = SortedAnswer & { grade: Grade }

/**
 * The part of an answer's grade that the author sees. `marks` are the words that earned points. `missing` are the ideas
 * that weren't found.
 */
export type TriedAnswer = SortedAnswer & {
  verdict: Verdict
  marks: Span[]
  missing: string[]
  /** The verdict if the answer hadn't been sorted, if sorting makes a difference. */
  unsorted?: Verdict
}

/**
 * The number of labeled answers required for publishing: enough of each label to check that the rubric distinguishes
 * them.
 */
export const needed = { all: 10, ofEach: 3 } as const

const most = 200
const mostMarks = 50
const mostMissing = 10
const marks: Readonly<Record<string, Verdict>> = { right: 'correct', half: 'partial', wrong: 'incorrect' }

/** Other words that people write for a mark. */
const alsoMarks: Readonly<Record<string, Verdict>> = {
  ...{ correct: 'correct', r: 'correct', partial: 'partial', 'half right': 'partial', 'partly right': 'partial' },
  ...{ h: 'partial', incorrect: 'incorrect', w: 'incorrect' },
}
const names = [...Object.keys(marks), ...Object.keys(alsoMarks)].join('|').replaceAll(' ', '\\s+')
const mark = new RegExp(`^(${names})\\s*:\\s*(.*)$`, 'i')

/** Reads one answer per line, labeled with a leading `right:`, `half:` or `wrong:`, or with a similar word. */
export function readSorted(typed: string): SortedAnswer[] {
  return typed
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, most)
    .map((line) => {
      const [, name = '', text] = mark.exec(line) ?? []
      const word = name.toLowerCase().replace(/\s+/, ' ')
      const label = marks[word] ?? alsoMarks[word]
      return { text: (text ?? line).slice(0, maximumAnswerLength), ...(label === undefined ? {} : { label }) }
    })
    .filter(({ text }) => text !== '')
}

/** Writes answers in the format that `readSorted` reads. */
export function writeSorted(answers: readonly SortedAnswer[]): string {
  const nameOf = (label: Verdict) => Object.keys(marks).find((name) => marks[name] === label)
  return answers
    .map(
      ({ text, label }) => `${label === undefined ? '' : `${nameOf(label)}: `}${text.replace(/\s*[\r\n]+\s*/g, ' ')}`,
    )
    .join('\n')
}

export function gradeSorted(compiled: CompiledRubric, answers: readonly SortedAnswer[]): GradedAnswer[] {
  return answers.map((answer) => ({ ...answer, grade: gradeAnswer(compiled, answer.text) }))
}

/** For each answer that was sorted, its verdict if it hadn't been. Empty if sorting makes no difference yet. */
export function gradeUnsorted(
  compiled: CompiledRubric,
  { prompt, answer }: { prompt: string; answer: string },
  answers: readonly SortedAnswer[],
): Map<SortedAnswer, Verdict> {
  const verdicts = new Map<SortedAnswer, Verdict>()
  if (!compiled.comparison?.sorted) return verdicts
  const sorted = answers.filter(({ label }) => label !== undefined)
  const known = sorted.flatMap(({ text, label }) => (label ? [{ answer: text, verdict: label }] : []))
  for (const { without, comparison } of comparisonsWithout(prompt, [{ answer, verdict: 'correct' }, ...known])) {
    for (const at of without) {
      const one = sorted[at - 1]
      if (one) verdicts.set(one, gradeAnswer({ ...compiled, comparison }, one.text).verdict)
    }
  }
  return verdicts
}

/** Limits the marks and the missing ideas, because a rubric may have hundreds. */
export function inShort({ text, label, grade }: GradedAnswer): TriedAnswer {
  const { verdict, points } = grade
  return {
    text,
    ...(label === undefined ? {} : { label }),
    verdict,
    marks: apart(points.flatMap(({ evidence }) => evidence)).slice(0, mostMarks),
    missing: points.flatMap(({ id, found }) => (found ? [] : [id])).slice(0, mostMissing),
  }
}

function apart(spans: readonly Span[]): Span[] {
  const found: Span[] = []
  for (const { start, end } of spans.toSorted((one, other) => one.start - other.start)) {
    const from = Math.max(found.at(-1)?.end ?? 0, start)
    if (end > from) found.push({ start: from, end })
  }
  return found
}

export function agreementOf(tried: readonly (SortedAnswer & { verdict: Verdict })[]): {
  sorted: number
  agreed: number
} {
  const sorted = differing(tried)
  return { sorted: sorted.length, agreed: sorted.filter(({ label, verdict }) => label === verdict).length }
}

/** The sorted answers without those that repeat another one's words and mark. */
export function differing<One extends SortedAnswer>(answers: readonly One[]): One[] {
  const sorted = answers.filter(({ label }) => label !== undefined)
  return [...new Map(sorted.map((one) => [`${one.label} ${wordsOf(one)}`, one])).values()]
}

/** Answers that are sorted in two ways, one of each. */
export function contradictions(answers: readonly SortedAnswer[]): string[] {
  const groups = Map.groupBy(differing(answers), wordsOf)
  return [...groups.values()].flatMap(([one, ...others]) => (one && others.length > 0 ? [one.text] : []))
}

function wordsOf({ text }: SortedAnswer): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}

/** How many of ten new answers will be graded as their author would; undefined if too few answers were sorted. */
export function expectedOfTen(tried: readonly TriedAnswer[]): number | undefined {
  const left = tried.filter(({ unsorted }) => unsorted !== undefined)
  if (left.length < needed.all) return undefined
  return Math.round((10 * left.filter(({ label, unsorted }) => label === unsorted).length) / left.length)
}

export function isReady(tried: readonly TriedAnswer[]): boolean {
  const { sorted, agreed } = agreementOf(tried)
  const enough = (label: Verdict) => differing(tried).filter((one) => one.label === label).length >= needed.ofEach
  return sorted >= needed.all && agreed === sorted && (['correct', 'partial', 'incorrect'] as const).every(enough)
}
