import type { Verdict } from '../../domain/rubric/rubric.ts'
import type { Mark } from '../../domain/rulings/mark.ts'

/** What is waiting for a decision. */
export type RulingsView = {
  groups: RulingGroup[]
  /** Groups beyond those shown. */
  more: number
  /** Wordings beyond all groups, which were only counted and not compared. */
  wordingsBehind: number
}

/** Answers to one question that say the same. */
export type RulingGroup = {
  topic: string
  prompt: string
  modelAnswer: string
  /** What the grader looks for, and whether it found it in the first wording. */
  ideas: { label: string; found: boolean }[]
  /** What it saw as a mistake. */
  mistakes: string[]
  people: number
  wordings: ShownWording[]
}

export type ShownWording = {
  /** One of the equal answers, which represents all. */
  answerId: number
  text: string
  people: number
  disputes: number
  score: number
  verdict: Verdict
  /** The revision of the ruling on these words; 0 if there is none. */
  revision: number
}

/** A wording that was decided. */
export type DecidedWording = {
  answerId: number
  revision: number
  /** Empty if it was erased. */
  text: string
  prompt: string
  mark: Mark
  decidedBy: string
  decidedAt: Date
}

/** What an admin decided, in one press, about wordings of one question. */
export type Decision = {
  mark: Mark
  wordings: { answerId: number; revision: number }[]
  /** To those who disputed. */
  note: string
}

/** How many answers have a different grade now. */
export type Decided = { changed: number }
