import type { Round } from '../../domain/round.ts'

export type CountedQuestion = {
  id: string
  /** The version that was asked most recently. */
  version: string
  asked: number
  /** A player who was asked twice counts twice. */
  answered: number
  correct: number
  /** The point that most players missed. */
  missedPoint?: string
  /** The most common wrong answer in a single round, if at least three people gave it. */
  wrongAnswer?: { text: string; people: number }
  disputes: number
  /**
   * Based on revealed rounds. Undefined if fewer than three players also answered other questions, or if all values are
   * equal.
   */
  discrimination?: number
}

export type Overview = {
  /** Figures for every question asked since then, most answers first. */
  questions(workspaceId: number, since: Date): Promise<CountedQuestion[]>
  /** The prompts of these question versions and the labels of their ideas, by question id and point id. */
  texts(
    questions: readonly { id: string; version: string }[],
  ): Promise<Map<string, { prompt: string; ideas: Map<string, string> }>>
  /** Rounds created since then, and those still open, newest first. */
  rounds(
    workspaceId: number,
    page: { since: Date; limit: number },
  ): Promise<{ round: Round; channelName: string; answered: number; correct: number }[]>
}
