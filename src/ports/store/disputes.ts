import type { Verdict } from '../../domain/rubric/rubric.ts'

export type DisputeState = 'open' | 'accepted' | 'rejected'

/** A player says that an answer was graded incorrectly; an admin decides. */
export type Dispute = {
  id: number
  workspaceId: number
  answerId: number
  playerId: number
  state: DisputeState
  /** What the admin had to say. */
  note?: string
  openedAt: Date
  /** When it was decided; for an open one, when a decision that the player may have been told about was taken back. */
  decidedAt?: Date
  /** When the player was told about the decision; for an open one, about a decision that has been taken back since. */
  toldAt?: Date
}

export type Disputes = {
  /** One dispute per answer: an existing one is returned as `repeated`. */
  open(dispute: {
    workspaceId: number
    answerId: number
    playerId: number
    openedAt: Date
  }): Promise<{ dispute: Dispute; repeated: boolean }>
  /** With `lock`, nobody else changes the dispute until the transaction ends. */
  find(id: number, lock?: 'lock'): Promise<Dispute | undefined>
  /** Oldest first. */
  list(workspaceId: number, state: DisputeState, limit: number): Promise<Dispute[]>
  decide(
    id: number,
    decision: { state: 'accepted' | 'rejected'; note?: string; decidedBy: number; decidedAt: Date },
  ): Promise<Dispute>
  /** Takes a decision back: the dispute is open again. */
  reopen(id: number, at: Date): Promise<void>
  told(id: number, at: Date): Promise<void>
  /** The player knows that it is open again. */
  toldReopened(id: number): Promise<void>
  /** Decided or taken back before `before`, and the player hasn't been told yet; ids above `after`, ascending. */
  untold(page: { before: Date; after: number; limit: number }): Promise<{ id: number; workspaceId: number }[]>
  /**
   * Answers to questions of the built-in pack whose dispute was accepted, as labeled examples; erased texts are left
   * out.
   */
  examples(): Promise<{ questionId: string; answer: string; verdict: Verdict }[]>
}
