import type { Difficulty } from '../../domain/question.ts'

/** The next questions of a channel, and the bank to choose others from. */
export type ComingView = {
  channel: { id: number; name: string }
  /** Channels with a schedule, for the picker. */
  channels: { id: number; name: string }[]
  /** What the page was made from: a change that comes from an older page is refused. */
  seen: string
  zone: string
  paused: boolean
  picks: ComingPick[]
  /** Dates that are left out, from today on. */
  skipped: string[]
}

export type ComingPick = BankLine & {
  at: Date
  /** In the channel's zone, `2026-01-31`. */
  date: string
  modelAnswer: string
  /** Whether an admin chose it. */
  pinned: boolean
}

/** A question as a list shows it. */
export type BankLine = { id: string; topic: string; difficulty: Difficulty; prompt: string }

export type BankSearch = { text: string; topic: string; difficulty: string }

export type FoundQuestions = {
  topics: string[]
  found: (BankLine & { askedAt?: Date })[]
  /** Questions that fit and aren't shown. */
  more: number
}

/** What an admin does to the order of coming questions; `at` is a place in the list, from 0. */
export type Rearrange =
  | { kind: 'up' | 'down'; at: number }
  /** Another question of the same topic in its place. */
  | { kind: 'swap'; at: number }
  /** Asked next, before all others. */
  | { kind: 'pin'; question: string }
  | { kind: 'unpin'; question: string }
  | { kind: 'skip' | 'unskip'; date: string }
