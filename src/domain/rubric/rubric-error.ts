export type RubricErrorCode =
  | 'pattern-syntax'
  | 'pattern-too-long'
  | 'pattern-too-deep'
  | 'pattern-too-large'
  | 'pattern-matches-nothing'
  | 'unknown-name'
  | 'cyclic-name'
  | 'empty-says'
  | 'empty-points'
  | 'duplicate-id'
  | 'bad-number'
  | 'unknown-group'
  | 'full-out-of-reach'
  | 'full-beside-ways'
  | 'unknown-point'
  | 'unused-point'
  | 'says-or-order'

export type RubricProblem = {
  code: RubricErrorCode
  /** Where in the rubric, such as `points[1].says[0]`, or `@name[0]` inside a synonym set. */
  path: string
  /** The expected syntax, readable after "expected". */
  expected: string
  /** The pattern as its author wrote it, if the problem is inside a pattern. */
  pattern?: string
  /** 1-based, in UTF-16 code units of `pattern`. */
  column?: number
}

/** A rubric that can't be used. The message is for its author, who has to fix it. */
export class RubricError extends Error {
  readonly code: RubricErrorCode
  readonly path: string
  readonly expected: string
  readonly pattern: string | undefined
  readonly column: number | undefined

  constructor(problem: RubricProblem) {
    super(describe(problem))
    this.name = 'RubricError'
    this.code = problem.code
    this.path = problem.path
    this.expected = problem.expected
    this.pattern = problem.pattern
    this.column = problem.column
  }
}

// Limits the length of the message for very long patterns.
const longestQuote = 80

function describe(problem: RubricProblem): string {
  const { path, pattern, column, expected } = problem
  if (pattern === undefined) return `${path}: expected ${expected}`
  const quoted = pattern.length > longestQuote ? `${pattern.slice(0, longestQuote)}…` : pattern
  const place = column === undefined ? '' : `, column ${column}`
  return `${path}: in the pattern ${quoted}${place}: expected ${expected}`
}
