import type { TeamRound } from '../../domain/memory/team-memory.ts'

/** For so many past days. */
export const figureSpans = [30, 90, 365] as const
export type FigureSpan = (typeof figureSpans)[number]

/** How one question did in a workspace. */
export type QuestionFigures = {
  id: string
  prompt: string
  /** Rounds. */
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
   * From -1 to 1, how much better those who got it right did on the other questions. Near 0 or below, it doesn't tell who
   * knows. Undefined if there is too little to compare.
   */
  discrimination?: number
}

/** A round that was revealed, and how it went. */
export type PlayedRound = TeamRound & { channel: string; questionId: string }
