import type { Verdict } from '../../domain/rubric/rubric.ts'

export type DisputeState = 'open' | 'accepted' | 'rejected'

/** A player's objection to a grade, for an admin to decide. */
export type Dispute = {
  id: number
  workspaceId: number
  answerId: number
  playerId: number
  state: DisputeState
  /** Why the player thinks that the grade is wrong. */
  reason?: string
  /** The admin's note to the player. */
  note?: string
  openedAt: Date
  /** When it was decided. For a reopened dispute, when a decision that the player may have seen was withdrawn. */
  decidedAt?: Date
  /**
   * When the player was notified of the decision. For a reopened dispute, when they were notified of the withdrawn one.
   */
  toldAt?: Date
}

export type Disputes = {
  /** Allows one dispute per answer: an existing one is returned as `repeated`. */
  open(dispute: {
    workspaceId: number
    answerId: number
    playerId: number
    openedAt: Date
    reason?: string
  }): Promise<{ dispute: Dispute; repeated: boolean }>
  /** Deletes a player's dispute if it is still open, and returns whether it did. */
  withdraw(id: number, playerId: number): Promise<boolean>
  ofAnswer(answerId: number): Promise<Dispute | undefined>
  /** With `lock`, no other transaction can change the dispute until this one ends. */
  find(id: number, lock?: 'lock'): Promise<Dispute | undefined>
  /** Oldest first. */
  list(workspaceId: number, state: DisputeState, limit: number): Promise<Dispute[]>
  decide(
    id: number,
    decision: { state: 'accepted' | 'rejected'; note?: string; decidedBy: number; decidedAt: Date },
  ): Promise<Dispute>
  /** Withdraws a decision and opens the dispute again. */
  reopen(id: number, at: Date): Promise<void>
  told(id: number, at: Date): Promise<void>
  /** Records that the player was notified of the reopening. */
  toldReopened(id: number): Promise<void>
  /** Disputes decided or reopened before `before` whose player hasn't been notified; ids above `after`, ascending. */
  untold(page: { before: Date; after: number; limit: number }): Promise<{ id: number; workspaceId: number }[]>
  /** Accepted disputes about questions of the built-in pack, as labeled examples. Omits erased texts. */
  examples(): Promise<{ questionId: string; answer: string; verdict: Verdict }[]>
}
