import type { Round } from '../../domain/round.ts'

export type CountedQuestion = {
  id: string
  /** The version that was asked last. */
  version: string
  asked: number
  /** A player who was asked twice counts twice. */
  answered: number
  correct: number
  /** The point that most of those who answered missed. */
  missedPoint?: string
  /** The most common wrong answer in a single round, if at least three people gave it. */
  wrongAnswer?: { text: string; people: number }
  disputes: number
  /**
   * Counts revealed rounds. Undefined if fewer than three players also answered other questions, or if nothing varies.
   */
  discrimination?: number
}

/** Figures for a whole workspace, for admins. */
export type Overview = {
  /** Figures for every question that was answered since then, those with the most answers first. */
  questions(workspaceId: number, since: Date): Promise<CountedQuestion[]>
  /** What these question versions ask and look for, by question id; ideas by point id. */
  texts(
    questions: readonly { id: string; version: string }[],
  ): Promise<Map<string, { prompt: string; ideas: Map<string, string> }>>
  /** Rounds created since then, and those still open, newest first. */
  rounds(
    workspaceId: number,
    page: { since: Date; limit: number },
  ): Promise<{ round: Round; channelName: string; answered: number; correct: number }[]>
}
