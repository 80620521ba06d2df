import type { Matcher } from './compiled-pattern.ts'
import type { Precedents } from './precedents/precedents.ts'
import type { Lexicon } from './spelling/lexicon.ts'

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
  /** The question asks for a list, so that a mere enumeration may earn. */
  list: boolean
  /** Most points of each group that earn. */
  groups: Map<string, number>
  lexicon: Lexicon
  prompt: PromptWords | undefined
  /** Answers that people have sorted, where there are enough. */
  precedents: Precedents | undefined
}

/** Content words of the question, to know it when it is pasted back. */
export type PromptWords = {
  stems: Set<string>
  /** The whole prompt and each of its longer clauses. */
  parts: Set<string>[]
  /** The question offers alternatives, so that its own words may be the answer. */
  offers: boolean
}
