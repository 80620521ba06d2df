import type { Verdict } from './rubric.ts'

/** An answer with at least this score can be correct. */
const correctFrom = 0.8

/** An answer below this score is incorrect. */
const incorrectBelow = 0.25

// 2.4 of 3 is 0.7999999999999999 in binary floating point, while the author means 0.8.
const tolerance = 1e-9

export type VerdictFacts = {
  /** 0 to 1. */
  score: number
  requiredFound: boolean
  misconceived: boolean
}

export function verdictOf({ score, requiredFound, misconceived }: VerdictFacts): Verdict {
  if (score < incorrectBelow - tolerance) return 'incorrect'
  return score >= correctFrom - tolerance && requiredFound && !misconceived ? 'correct' : 'partial'
}
