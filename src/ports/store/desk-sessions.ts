/** A link to the desk and the session that it opened. */
export type DeskSession = {
  id: number
  workspaceId: number
  playerId: number
  askedAt: Date
  openedAt?: Date
}

export type DeskSessions = {
  /** Creates the row for a link. Deletes all sessions requested before `forgetBefore`. */
  ask(session: { workspaceId: number; playerId: number; askedAt: Date; forgetBefore: Date }): Promise<DeskSession>
  find(id: number): Promise<DeskSession | undefined>
  /**
   * Uses the link up. Returns undefined if it was already used, was requested before `askedAfter`, or doesn't exist.
   */
  open(id: number, use: { keyHash: string; at: Date; askedAfter: Date }): Promise<DeskSession | undefined>
  /** The session with this key hash, if it was opened after `openedAfter`. */
  ofKey(keyHash: string, openedAfter: Date): Promise<DeskSession | undefined>
  /** Ends sessions and cancels unused links: `id` means one session, `playerId` all of a player's. */
  end(which: { id: number } | { playerId: number }): Promise<void>
}
