import type { Question } from '../question.ts'
import { compileRubric } from '../rubric/compile-rubric.ts'
import type { Synonyms } from '../rubric/rubric.ts'
import { RubricError } from '../rubric/rubric-error.ts'
import type { Addition } from './additions.ts'

/** An invalid line of the typed patterns. `line` counts from 1. */
export type WayProblem = { line: number; column?: number; expected: string }

const mostLines = 10

/** Reads typed patterns for an idea of a question, one per line. */
export function readWays(
  { rubric }: Question,
  synonyms: Synonyms,
  typed: { point: string; says: string },
): { addition: Addition; problems: WayProblem[] } {
  const lines = typed.says
    .split(/\r\n|\n|\r/)
    .map((text, at) => ({ text: text.trim(), indent: indentOf(text), line: at + 1 }))
  const patterns = lines.filter(({ text }) => text !== '')
  const addition = { point: typed.point, says: patterns.map(({ text }) => text) }
  if (patterns.length === 0) return { addition, problems: [{ line: 1, expected: 'a pattern, such as two words' }] }
  const over = patterns[mostLines]
  if (over) return { addition, problems: [{ line: over.line, expected: `at most ${mostLines} patterns` }] }
  if (!rubric.points.some(({ id, says }) => id === typed.point && says !== undefined)) {
    return { addition, problems: [{ line: 1, expected: 'one of the ideas above' }] }
  }
  const problems = patterns.flatMap(({ text, indent, line }) => {
    const found = problemOf(text, synonyms)
    if (!found) return []
    const { column, expected } = found
    return [{ line, expected, ...(column === undefined ? {} : { column: column + indent }) }]
  })
  return { addition, problems }
}

function problemOf(pattern: string, synonyms: Synonyms): RubricError | undefined {
  try {
    compileRubric({ points: [{ id: 'way', label: '', says: [pattern] }] }, { synonyms })
    return undefined
  } catch (error) {
    if (error instanceof RubricError) return error
    throw error
  }
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length
}
