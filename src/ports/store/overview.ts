import type { Round } from '../../domain/round.ts'

export type CountedQuestion = {
  id: string
  /** The one that was asked last. */
  version: string
  asked: number
  answered: number
  correct: number
  /** The point that most of those who answered lacked. */
  missedPoint?: string
  disputes: number
}

/** Figures over a whole workspace, for admins. */
export type Overview = {
  /** Figures of every question that was answered since then, those with most answers first. */
  questions(workspaceId: number, since: Date): Promise<CountedQuestion[]>
  /** What these versions of questions ask and look for, by the ids of the questions; ideas by the ids of their points. */
  texts(
    questions: readonly { id: string; version: string }[],
  ): Promise<Map<string, { prompt: string; ideas: Map<string, string> }>>
  /** Rounds made since then, and those still open, newest first. */
  rounds(
    workspaceId: number,
    page: { since: Date; limit: number },
  ): Promise<{ round: Round; channelName: string; answered: number; correct: number }[]>
}
