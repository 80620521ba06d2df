import type { Rate } from '../numbers/rates.ts'
import type { Dimension } from '../numbers/units.ts'

/** A pattern taken apart, before its words are looked up. */
export type Syntax =
  | { kind: 'word'; text: string }
  | { kind: 'exact'; text: string }
  | { kind: 'prefix'; text: string }
  | { kind: 'code'; text: string; anyCase: boolean }
  /** `text` where the number is one word of letters (one, thirty), which a hyphen may join to its neighbour. */
  | { kind: 'number'; range: NumberRange; text?: string }
  /** `column` of the `@`, from 1, in the author's pattern. */
  | { kind: 'name'; name: string; column: number }
  | { kind: 'row'; gap: Gap; items: RowItem[] }
  | { kind: 'any'; of: Syntax[] }
  /** `but`: what must not stand in the same clause. */
  | { kind: 'all'; of: Syntax[]; but?: Syntax[] }
  /** Counts even where it is denied. */
  | { kind: 'anyway'; part: Syntax }

export type RowItem = { part: Syntax; optional: boolean }

/** Words that may stand between two neighbours of a row. `sentence`: any number within one sentence. */
export type Gap = 'none' | 'near' | 'sentence'

/** Other words at most between neighbours that are `near`. */
export const nearWords = 2

export type NumberRange = {
  /** Absent: any unit or none, and the number as it stands is compared. */
  dimension: Dimension | undefined
  least: number
  most: number
  /** Whether `least` and `most` themselves are left out. */
  above: boolean
  below: boolean
  /** Of bytes: the same when a kilobyte is 1000 of them. */
  decimal?: { least: number; most: number }
  /** It must be counted by this: 4500 per hour. */
  per?: Rate
  /** It must have no unit: `=20` is not in "20 MB". */
  unitless?: true
  /** Written like a version, where the last zero counts: 3.10 is not 3.1, and is more than 3.9. */
  version?: string
}
