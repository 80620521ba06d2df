import type { RoundKind, RoundState } from '../../domain/round.ts'

export type HomeView = {
  rounds: HomeRound[]
  openDisputes: number
  /** Groups of equal answers. With `orMore`, there were too many answers to look at all of them. */
  waiting: { groups: number; orMore: boolean }
  troubles: Trouble[]
  /** The next scheduled question; undefined if nothing is scheduled. */
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
  answered: number
  correct: number
}

/** A problem in a channel. */
export type Trouble =
  /** `because` is the stored reason. */
  | { kind: 'paused'; channelId: number; channelName: string; because: string }
  | { kind: 'failing'; channelId: number; channelName: string; days: number }
  | { kind: 'few-left'; channelId: number; channelName: string; left: number }
  | { kind: 'nothing-scheduled' }
