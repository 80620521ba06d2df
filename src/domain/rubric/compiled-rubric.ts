import type { Matcher } from './compiled-pattern.ts'
import type { Comparison } from './drafts/comparison.ts'
import type { Precedents } from './precedents/precedents.ts'
import type { Settled } from './settled/settled.ts'
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

/** Points about the same name have the same number. */
export type PairName = { number: number; is: Matcher[] }

/** `points` are indexes into the rubric's points. */
export type CompiledWay = { points: number[]; full: number }

export type CompiledMisconception = {
  id: string
  costs: number
  says: Matcher[]
  not: Matcher[]
  unless: number[]
}

/** Created by `compileRubric` and read only by `gradeAnswer`. Immutable, so it can be shared by concurrent grading. */
export type CompiledRubric = {
  points: CompiledPoint[]
  /** Has at least one element. */
  ways: CompiledWay[]
  misconceptions: CompiledMisconception[]
  /** Whether the question asks for a list, so that a bare list may earn points. */
  list: boolean
  groups: Map<string, number>
  lexicon: Lexicon
  prompt: PromptWords | undefined
  hint: PromptWords | undefined
  /** The labeled answers, if there are enough. */
  precedents: Precedents | undefined
  /** The data to compare answers with while the rubric is a draft. */
  comparison: Comparison | undefined
  /** Both together with answers that the workspace has settled, if there are any. */
  settled: Settled | undefined
}

export type PromptWords = {
  stems: Set<string>
  /** The whole prompt and each of its longer clauses. */
  parts: Set<string>[]
  /** Whether the question offers alternatives, so that its own words may be the answer. */
  offers: boolean
}
