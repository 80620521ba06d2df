import type { NumberRange } from './pattern/pattern.ts'

/** A pattern ready to be matched against the leaves found in a text. */
export type Matcher = {
  node: Node
  /** The pattern states a negation itself, so a negated word in it is what it asks for. */
  negates: boolean
}

export type Node =
  /** `anyway`: it counts even where it is denied. */
  | { kind: 'leaf'; leaf: number; anyway?: true }
  | { kind: 'any'; of: Node[] }
  /** `but`: what must not stand in the same clause. */
  | { kind: 'all'; of: Node[]; but?: Node[] }
  | { kind: 'row'; gap: number; items: RowNode[] }
  | { kind: 'set'; set: CompiledSet; anyway?: true }

/** A synonym set, compiled once for all patterns and rubrics that name it. */
export type CompiledSet = {
  /** Its number in the vocabulary. */
  id: number
  parts: Node[]
  /** Parts that no single leaf rules out; for the others the vocabulary says which leaves call them. */
  always: readonly number[]
  /** One of the parts states a negation. */
  negates: boolean
  /** One of the parts holds for any text. */
  empty: boolean
  /** Parts as the limits count them, and those of the sets it names. */
  size: number
  names: readonly CompiledSet[]
  uses: Uses
}

export type RowNode = {
  node: Node
  optional: boolean
  /** Leaves of the one word that this item and the one before it make when written together. */
  joined: readonly number[]
}

/** What patterns use of the vocabulary, while they are being compiled. */
export type Uses = {
  leaves: Set<number>
  spellings: Set<number>
  numbers: Set<NumberLeaf>
  codes: Set<CodeLeaf>
}

export type NumberLeaf = { range: NumberRange; leaf: number }

export type CodeLeaf = {
  leaf: number
  /** What stands between the code's spaces, where any white space may stand in a text; one for each way to type it. */
  ways: CodePiece[][]
}

export type CodePiece = {
  /** Folded, in lower case. */
  lower: string
  /** Stretches whose letter case counts (DATABASE_URL), as they must stand. */
  variables: { at: number; text: string }[]
}
