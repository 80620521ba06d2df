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
  /** The wrong answer that most people gave to one round; only if at least three did. */
  wrongAnswer?: { text: string; people: number }
  disputes: number
  /** Of revealed rounds. Undefined if fewer than three players answered other questions too, or nothing varies. */
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
