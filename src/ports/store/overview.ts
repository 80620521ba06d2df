import type { Round } from '../../domain/round.ts'

/** Figures over a whole workspace, for admins. */
export type Overview = {
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
