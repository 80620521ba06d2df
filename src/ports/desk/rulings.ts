import type { Verdict } from '../../domain/rubric/rubric.ts'
import type { Mark } from '../../domain/rulings/mark.ts'

/** What waits for a decision. */
export type RulingsView = {
  groups: RulingGroup[]
  /** Groups behind those shown. */
  more: number
  /** Wordings behind all groups, which were counted and not compared. */
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
  /** One of the equal answers, which stands for all. */
  answerId: number
  text: string
  people: number
  disputes: number
  score: number
  verdict: Verdict
  /** Of the ruling on these words; 0 while there is none. */
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

/** Answers that have another grade now. */
export type Decided = { changed: number }
