import type { Difficulty } from '../../domain/question.ts'
import type { Message } from '../message.ts'

/** A channel's upcoming questions, and the bank to choose others from. */
export type ComingView = {
  channel: { id: number; name: string }
  /** Channels with a schedule, for the picker. */
  channels: { id: number; name: string }[]
  /** A stamp of what the page was built from: a change from an older page is refused. */
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
  /** Whether an admin chose it. */
  pinned: boolean
}

/** A question as a list shows it. */
export type BankLine = { id: string; topic: string; difficulty: Difficulty; prompt: string }

/** A question as a channel would see it. */
export type QuestionPreview = {
  channelName: string
  card: Message
  /** Empty if it has none. */
  hint: string
  modelAnswer: string
  explanation: string
}

export type BankSearch = { text: string; topic: string; difficulty: string }

export type FoundQuestions = {
  topics: string[]
  found: (BankLine & { askedAt?: Date })[]
  /** Matching questions that aren't shown. */
  more: number
}

/** How an admin changes the order of upcoming questions; `at` is an index into the list. */
export type Rearrange =
  | { kind: 'up' | 'down'; at: number }
  /** Replaced by another question on the same topic. */
  | { kind: 'swap'; at: number }
  /** Asked next, before all others. */
  | { kind: 'pin'; question: string }
  | { kind: 'unpin'; question: string }
  /** Asked on that day, which has to be one of those of the list. */
  | { kind: 'place'; question: string; day: string }
  | { kind: 'skip' | 'unskip'; date: string }
