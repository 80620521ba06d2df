import type { NumberRange } from './pattern/pattern.ts'

/** A compiled pattern. It is matched against the leaves found in a text. */
export type Matcher = {
  node: Node
  /** Whether the pattern contains a negation, so that it requires negated words. */
  negates: boolean
}

export type Node =
  /** `anyway`: also matches if it is negated. */
  | { kind: 'leaf'; leaf: number; anyway?: true }
  | { kind: 'any'; of: Node[] }
  /** `but`: must not match in the same clause. */
  | { kind: 'all'; of: Node[]; but?: Node[] }
  | { kind: 'row'; gap: number; items: RowNode[] }
  | { kind: 'set'; set: CompiledSet; anyway?: true }

/** A synonym set, compiled once for all patterns and rubrics that use it. */
export type CompiledSet = {
  id: number
  parts: Node[]
  /** Parts that have to be tried on every text. The other parts are triggered by leaves, see `Vocabulary.calls`. */
  always: readonly number[]
  negates: boolean
  empty: boolean
  /** The number of parts for the limits, including those of the sets it uses. */
  size: number
  names: readonly CompiledSet[]
  uses: Uses
}

export type RowNode = {
  node: Node
  optional: boolean
  /** Leaves of the compound word that this item forms with the previous one. */
  joined: readonly number[]
}

export type Uses = {
  leaves: Set<number>
  spellings: Set<number>
  numbers: Set<NumberLeaf>
  codes: Set<CodeLeaf>
}

export type NumberLeaf = { range: NumberRange; leaf: number }

export type CodeLeaf = {
  leaf: number
  /** The code split at its spaces, which match any white space. Each element is one way to type it. */
  ways: CodePiece[][]
}

export type CodePiece = {
  /** Folded, in lower case. */
  lower: string
  /** Parts whose letter case matters (DATABASE_URL), as they must be written. */
  variables: { at: number; text: string }[]
}
