import type { Round } from '../../domain/round.ts'

/** Figures over a whole workspace, for admins. */
export type Overview = {
  /** Rounds made since then, and those still open, newest first. */
  rounds(
    workspaceId: number,
    page: { since: Date; limit: number },
  ): Promise<{ round: Round; channelName: string; answered: number; correct: number }[]>
}
