import type { Matcher } from './compiled-pattern.ts'
import type { Comparison } from './drafts/comparison.ts'
import type { Precedents } from './precedents/precedents.ts'
import type { Lexicon } from './spelling/lexicon.ts'

export type CompiledPoint = {
  id: string
  weight: number
  required: boolean
  group: string | undefined
  exclusive: string | undefined
  /** Empty if there is an `order`. */
  says: Matcher[]
  not: Matcher[]
  /** The name that `says` must describe. */
  about: PairName | undefined
  order: Matcher[] | undefined
}

/** Points about the same name share its number. */
export type PairName = { number: number; is: Matcher[] }

/** `points` are indexes into the rubric's points. */
export type CompiledWay = { points: number[]; full: number }

export type CompiledMisconception = {
  id: string
  costs: number
  says: Matcher[]
  not: Matcher[]
  /** Indexes of the points that rule it out. */
  unless: number[]
}

/** Created by `compileRubric` and read only by `gradeAnswer`. Immutable, so it can be shared by concurrent grading. */
export type CompiledRubric = {
  points: CompiledPoint[]
  /** At least one. */
  ways: CompiledWay[]
  misconceptions: CompiledMisconception[]
  /** The question asks for a list, so a bare list may earn points. */
  list: boolean
  /** How many points of each group earn, at most. */
  groups: Map<string, number>
  lexicon: Lexicon
  prompt: PromptWords | undefined
  /** Answers that people have sorted, if there are enough. */
  precedents: Precedents | undefined
  /** What answers are compared with while the rubric is a draft. */
  comparison: Comparison | undefined
}

/** Content words of the question, to recognize it when it is pasted back. */
export type PromptWords = {
  stems: Set<string>
  /** The whole prompt and each of its longer clauses. */
  parts: Set<string>[]
  /** The question offers alternatives, so its own words may be the answer. */
  offers: boolean
}
