import { isDigitAt, isWordAt } from './characters.ts'

// A "?" in a URL isn't a question. The limit is needed because a text without spaces may be the whole answer.
const longestQuery = 200

export function isQuery(lower: string, from: number, to: number): boolean {
  return to - from <= longestQuery && lower.slice(from, to).includes('=')
}

// Keeps the cost of a long run of dots linear.
const farthestCapital = 8

export function startsWithCapital(cased: string, lower: string, after: number): boolean {
  let at = after
  const limit = Math.min(cased.length, after + farthestCapital)
  while (at < limit && !isWordAt(cased, at)) at++
  return at >= cased.length || cased.charAt(at) !== lower.charAt(at)
}

// A longer line was probably wrapped by the program it was copied from.
const longestLine = 60

const goesOn =
  /^(and|or|but|because|so|then|which|that|who|where|when|while|if|unless|until|to|of|for|from|in|on|at|with|without|by|as|than|since|is|are|was|were)(?![\p{L}\p{N}'])/u

/**
 * Whether the sentence continues after the line break at `from`: the line is wrapped, or the next one begins with
 * "and".
 */
export function wraps(cased: string, lower: string, from: number, to: number): boolean {
  const next = cased.charAt(to)
  if (/[-*•]/.test(next) || next !== lower.charAt(to) || isDigitAt(lower, to)) return false
  if (lower[from - 1] === ',' || goesOn.test(lower.slice(to, to + 10))) return true
  return from - lower.lastIndexOf('\n', from - 1) > longestLine
}
