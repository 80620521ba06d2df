import type { Rate } from '../numbers/rates.ts'
import type { Dimension } from '../numbers/units.ts'

/** A parsed pattern, before its words are looked up. */
export type Syntax =
  | { kind: 'word'; text: string }
  | { kind: 'exact'; text: string }
  | { kind: 'prefix'; text: string }
  | { kind: 'code'; text: string; anyCase: boolean }
  /** `text` is set if the number is one word of letters (one, thirty), which a hyphen can join to its neighbor. */
  | { kind: 'number'; range: NumberRange; text?: string }
  /** `column` is the position of the `@` in the author's pattern, from 1. */
  | { kind: 'name'; name: string; column: number }
  | { kind: 'row'; gap: Gap; items: RowItem[] }
  | { kind: 'any'; of: Syntax[] }
  /** `but`: must not match in the same clause. */
  | { kind: 'all'; of: Syntax[]; but?: Syntax[] }
  /** Also matches if it is negated. */
  | { kind: 'anyway'; part: Syntax }

export type RowItem = { part: Syntax; optional: boolean }

/** How many other words can be between two neighbors in a sequence. `sentence`: any number within one sentence. */
export type Gap = 'none' | 'near' | 'sentence'

/** The maximum number of other words between neighbors that are `near`. */
export const nearWords = 2

export type NumberRange = {
  /** If undefined, the bare number is compared, with any unit or none. */
  dimension: Dimension | undefined
  least: number
  most: number
  /** Whether `least` and `most` themselves are excluded. */
  above: boolean
  below: boolean
  /** For bytes: the limits if a kilobyte has 1000 bytes. */
  decimal?: { least: number; most: number }
  /** The required rate: 4500 per hour. */
  per?: Rate
  /** The number must have no unit: `=20` doesn't match "20 MB". */
  unitless?: true
  /** Set if it is written like a version, in which a final zero matters: 3.10 isn't 3.1, and is more than 3.9. */
  version?: string
}
