import type { Rate } from '../numbers/rates.ts'
import type { Dimension } from '../numbers/units.ts'

/** A parsed pattern, before its words are looked up. */
export type Syntax =
  | { kind: 'word'; text: string }
  | { kind: 'exact'; text: string }
  | { kind: 'prefix'; text: string }
  | { kind: 'code'; text: string; anyCase: boolean }
  /** `text` if the number is one word of letters (one, thirty), which a hyphen may join to its neighbor. */
  | { kind: 'number'; range: NumberRange; text?: string }
  /** `column` of the `@`, from 1, in the author's pattern. */
  | { kind: 'name'; name: string; column: number }
  | { kind: 'row'; gap: Gap; items: RowItem[] }
  | { kind: 'any'; of: Syntax[] }
  /** `but`: what must not be in the same clause. */
  | { kind: 'all'; of: Syntax[]; but?: Syntax[] }
  /** Counts even if it is negated. */
  | { kind: 'anyway'; part: Syntax }

export type RowItem = { part: Syntax; optional: boolean }

/** Words that may come between two neighbors in a sequence. `sentence`: any number within one sentence. */
export type Gap = 'none' | 'near' | 'sentence'

/** The most other words between neighbors that are `near`. */
export const nearWords = 2

export type NumberRange = {
  /** If absent, the number itself is compared, with any unit or none. */
  dimension: Dimension | undefined
  least: number
  most: number
  /** Whether `least` and `most` themselves are left out. */
  above: boolean
  below: boolean
  /** For bytes: the same if a kilobyte is 1000 of them. */
  decimal?: { least: number; most: number }
  /** The rate it must have: 4500 per hour. */
  per?: Rate
  /** It must have no unit: `=20` is not in "20 MB". */
  unitless?: true
  /** Written like a version, where the last zero matters: 3.10 isn't 3.1, and is more than 3.9. */
  version?: string
}
