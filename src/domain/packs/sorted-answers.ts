import { compileRubric } from '../rubric/compile-rubric.ts'
import { gradeAnswer } from '../rubric/grade-answer.ts'
import { maximumAnswerLength } from '../rubric/limits.ts'
import type { Grade, Rubric, Synonyms, Verdict } from '../rubric/rubric.ts'

/** An answer as somebody types it, perhaps sorted by the author. */
export type SortedAnswer = { text: string; label?: Verdict }

export type TriedAnswer = SortedAnswer & { grade: Grade }

/** What publishing requires: enough answers of each mark to see whether the rubric tells them apart. */
export const needed = { all: 10, ofEach: 3 } as const

const most = 200
const marks: Readonly<Record<string, Verdict>> = { right: 'correct', half: 'partial', wrong: 'incorrect' }

/** One answer per line, sorted by a leading `right:`, `half:` or `wrong:`. */
export function readSorted(typed: string): SortedAnswer[] {
  return typed
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, most)
    .map((line) => {
      const [, mark = '', text] = /^(right|half|wrong)\s*:\s*(.*)$/i.exec(line) ?? []
      const label = marks[mark.toLowerCase()]
      return { text: (text ?? line).slice(0, maximumAnswerLength), ...(label === undefined ? {} : { label }) }
    })
    .filter(({ text }) => text !== '')
}

/** The lines that `readSorted` reads as these answers. */
export function writeSorted(answers: readonly SortedAnswer[]): string {
  const nameOf = (label: Verdict) => Object.keys(marks).find((name) => marks[name] === label)
  return answers
    .map(
      ({ text, label }) => `${label === undefined ? '' : `${nameOf(label)}: `}${text.replace(/\s*[\r\n]+\s*/g, ' ')}`,
    )
    .join('\n')
}

export function tryAnswers(
  rubric: Rubric,
  context: { prompt: string; synonyms: Synonyms },
  answers: readonly SortedAnswer[],
): TriedAnswer[] {
  const compiled = compileRubric(rubric, context)
  return answers.map((answer) => ({ ...answer, grade: gradeAnswer(compiled, answer.text) }))
}

/** How many sorted answers are graded as they were sorted. */
export function agreementOf(tried: readonly TriedAnswer[]): { sorted: number; agreed: number } {
  const sorted = tried.filter(({ label }) => label !== undefined)
  return { sorted: sorted.length, agreed: sorted.filter(({ label, grade }) => label === grade.verdict).length }
}

export function isReady(tried: readonly TriedAnswer[]): boolean {
  const { sorted, agreed } = agreementOf(tried)
  const enough = (label: Verdict) => tried.filter((one) => one.label === label).length >= needed.ofEach
  return sorted >= needed.all && agreed === sorted && (['correct', 'partial', 'incorrect'] as const).every(enough)
}
