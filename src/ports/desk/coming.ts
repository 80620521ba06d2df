import type { Difficulty } from '../../domain/question.ts'
import type { Message } from '../message.ts'

/** A channel's upcoming questions, and the bank from which to choose others. */
export type ComingView = {
  channel: { id: number; name: string }
  channels: { id: number; name: string }[]
  /** Identifies the state that the page shows; a change based on an older state is refused. */
  seen: string
  zone: string
  paused: boolean
  picks: ComingPick[]
  /** Skipped dates, from today on. */
  skipped: string[]
}

export type ComingPick = BankLine & {
  at: Date
  /** In the channel's zone, `2026-01-31`. */
  date: string
  modelAnswer: string
  pinned: boolean
}

export type BankLine = { id: string; topic: string; difficulty: Difficulty; prompt: string }

export type QuestionPreview = {
  channelName: string
  card: Message
  /** Empty if the question has no hint. */
  hint: string
  modelAnswer: string
  explanation: string
}

export type BankSearch = { text: string; topic: string; difficulty: string }

export type FoundQuestions = {
  topics: string[]
  found: (BankLine & { askedAt?: Date })[]
  more: number
}

/** A change to the order of upcoming questions. `at` is an index into the list. */
export type Rearrange =
  | { kind: 'up' | 'down'; at: number }
  /** Replaces the question with another one on the same topic. */
  | { kind: 'swap'; at: number }
  /** Asks the question next, before all others. */
  | { kind: 'pin'; question: string }
  | { kind: 'unpin'; question: string }
  /** Asks the question on that day, which has to be one of the listed days. */
  | { kind: 'place'; question: string; day: string }
  | { kind: 'skip' | 'unskip'; date: string }
