import type { RoundKind, RoundState } from '../../domain/round.ts'

/** The first page of the desk. */
export type HomeView = {
  rounds: HomeRound[]
  /** What is waiting for a decision. */
  openDisputes: number
  /** Groups of equal answers; with `orMore`, there are so many that some were not looked at. */
  waiting: { groups: number; orMore: boolean }
  troubles: Trouble[]
  /** When the next scheduled question comes, and where; undefined if nothing is scheduled. */
  next?: { at: Date; channelName: string; zone: string }
}

/** One of today's rounds, or one that is still open. */
export type HomeRound = {
  id: number
  channelId: number
  channelName: string
  prompt: string
  kind: RoundKind
  state: RoundState
  createdAt: Date
  /** How many players answered, and how many of them were right. */
  answered: number
  correct: number
}

/** What is wrong in a channel. */
export type Trouble =
  /** `because` is the stored reason. */
  | { kind: 'paused'; channelId: number; channelName: string; because: string }
  | { kind: 'failing'; channelId: number; channelName: string; days: number }
  | { kind: 'few-left'; channelId: number; channelName: string; left: number }
  | { kind: 'nothing-scheduled' }
