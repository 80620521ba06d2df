import type { NumberRange } from './pattern/pattern.ts'

/** A pattern ready to be matched against the leaves found in a text. */
export type Matcher = {
  node: Node
  /** The pattern contains a negation itself, so a negated word in it is what it asks for. */
  negates: boolean
}

export type Node =
  /** `anyway`: it counts even if it is negated. */
  | { kind: 'leaf'; leaf: number; anyway?: true }
  | { kind: 'any'; of: Node[] }
  /** `but`: what must not be in the same clause. */
  | { kind: 'all'; of: Node[]; but?: Node[] }
  | { kind: 'row'; gap: number; items: RowNode[] }
  | { kind: 'set'; set: CompiledSet; anyway?: true }

/** A synonym set, compiled once for all patterns and rubrics that use it. */
export type CompiledSet = {
  /** Its number in the vocabulary. */
  id: number
  parts: Node[]
  /** Parts that no single leaf rules out; for the others the vocabulary says which leaves trigger them. */
  always: readonly number[]
  /** One of the parts contains a negation. */
  negates: boolean
  /** One of the parts matches any text. */
  empty: boolean
  /** Parts as the limits count them, including those of the sets it uses. */
  size: number
  names: readonly CompiledSet[]
  uses: Uses
}

export type RowNode = {
  node: Node
  optional: boolean
  /** Leaves of the word that this item and the one before it form when written together. */
  joined: readonly number[]
}

/** What patterns use from the vocabulary, while they are being compiled. */
export type Uses = {
  leaves: Set<number>
  spellings: Set<number>
  numbers: Set<NumberLeaf>
  codes: Set<CodeLeaf>
}

export type NumberLeaf = { range: NumberRange; leaf: number }

export type CodeLeaf = {
  leaf: number
  /** The code split at its spaces, where a text may have any white space; one for each way to type it. */
  ways: CodePiece[][]
}

export type CodePiece = {
  /** Folded, in lower case. */
  lower: string
  /** Parts whose letter case matters (DATABASE_URL), as they must be written. */
  variables: { at: number; text: string }[]
}
