/** One link to the desk, and the session that it opened. */
export type DeskSession = {
  id: number
  workspaceId: number
  playerId: number
  askedAt: Date
  /** When the link was used; undefined before that. */
  openedAt?: Date
}

export type DeskSessions = {
  /** Creates the row for a link; deletes all those requested before `forgetBefore`. */
  ask(session: { workspaceId: number; playerId: number; askedAt: Date; forgetBefore: Date }): Promise<DeskSession>
  find(id: number): Promise<DeskSession | undefined>
  /** Uses up the link. Undefined if it has already been used, was requested before `askedAfter`, or is gone. */
  open(id: number, use: { keyHash: string; at: Date; askedAfter: Date }): Promise<DeskSession | undefined>
  /** The session of a key, if it was opened after `openedAfter`. */
  ofKey(keyHash: string, openedAfter: Date): Promise<DeskSession | undefined>
  /** Signs out, and cancels unused links: `id` ends one session, `playerId` all of a person's. */
  end(which: { id: number } | { playerId: number }): Promise<void>
}
