import type { Verdict } from '../../domain/rubric/rubric.ts'
import type { Mark } from '../../domain/rulings/mark.ts'

export type RulingsView = {
  groups: RulingGroup[]
  more: number
  /** How many more wordings there are that were counted but not compared. */
  wordingsBehind: number
}

/** Answers to one question that mean the same. */
export type RulingGroup = {
  topic: string
  prompt: string
  modelAnswer: string
  /** The ideas of the rubric, and whether the grader found them in the first wording. */
  ideas: { label: string; found: boolean }[]
  /** Labels of the misconceptions that the grader found. */
  mistakes: string[]
  people: number
  wordings: ShownWording[]
}

export type ShownWording = {
  /** The answer that represents the group. */
  answerId: number
  text: string
  people: number
  disputes: number
  /** Why players disputed, in their words. */
  reasons: string[]
  score: number
  verdict: Verdict
  /** The revision of the ruling on this wording; 0 if there is none. */
  revision: number
}

/** A wording that an admin has ruled on. */
export type DecidedWording = {
  answerId: number
  revision: number
  /** Empty if the text was erased. */
  text: string
  prompt: string
  mark: Mark
  most?: Verdict
  decidedBy: string
  decidedAt: Date
}

/** An admin's decision about one or more wordings of one question. */
export type Decision = {
  wordings: DecidedAs[]
  /** Sent to the players who disputed. */
  note: string
}

export type DecidedAs = {
  answerId: number
  /** The revision of the ruling that the admin saw. */
  revision: number
  mark: Mark
  /** The best verdict for these words from now on, if the mark doesn't determine it. */
  most?: Verdict
}

/** Answers to one question for an admin to sort, whether they were graded right or not. */
export type SortingView = {
  prompt: string
  modelAnswer: string
  wordings: ShownWording[]
}

export type Sorting = {
  wordings: { answerId: number; revision: number; verdict: Verdict }[]
  /** Sent to the players who disputed. */
  note: string
}

export type Decided = { changed: number }
