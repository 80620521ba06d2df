import type { TeamRound } from '../../domain/memory/team-memory.ts'

/** In days, counted back from today. */
export const figureSpans = [30, 90, 365] as const
export type FigureSpan = (typeof figureSpans)[number]

export type QuestionFigures = {
  id: string
  prompt: string
  /** In how many rounds the question was asked. */
  asked: number
  /** How many players answered. A player who was asked twice counts twice. */
  answered: number
  correct: number
  /** The idea that most of them missed. */
  mostMissed?: string
  /** The most common wrong answer in a single round, if at least three people gave it. */
  commonWrong?: { text: string; people: number }
  disputes: number
  /**
   * From -1 to 1: how much better the players who got it right did on the other questions. A question with a value near
   * or below 0 doesn't distinguish strong players from weak ones. Undefined if there is too little data.
   */
  discrimination?: number
}

export type PlayedRound = TeamRound & { channel: string; questionId: string }
