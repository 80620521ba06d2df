import type { Lexicon, Uses } from './spelling/lexicon.ts'

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
  /** Leaf of the one word that this item and the one before it make when written together; -1 where there is none. */
  joined: number
}

export type CompiledPoint = {
  id: string
  weight: number
  required: boolean
  group: string | undefined
  exclusive: string | undefined
  /** Empty where `order` is there. */
  says: Matcher[]
  not: Matcher[]
  /** The name that `says` must be said of. */
  about: PairName | undefined
  order: Matcher[] | undefined
}

/** Points about the same name share its number. */
export type PairName = { number: number; is: Matcher[] }

/** `points` are places in the rubric's points. */
export type CompiledWay = { points: number[]; full: number }

export type CompiledMisconception = {
  id: string
  costs: number
  says: Matcher[]
  not: Matcher[]
  /** Places of the points that rule it out. */
  unless: number[]
}

/** Made by `compileRubric` and read by `gradeAnswer` only. Immutable, so one may serve many answers at once. */
export type CompiledRubric = {
  points: CompiledPoint[]
  /** At least one. */
  ways: CompiledWay[]
  misconceptions: CompiledMisconception[]
  /** Most points of each group that earn. */
  groups: Map<string, number>
  lexicon: Lexicon
  prompt: PromptWords | undefined
}

/** Content words of the question, to know it when it is pasted back. */
export type PromptWords = {
  stems: Set<string>
  /** The whole prompt and each of its longer clauses. */
  parts: Set<string>[]
  /** The question offers alternatives, so that its own words may be the answer. */
  offers: boolean
}
