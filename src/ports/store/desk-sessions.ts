/** One link to the desk, and the session that it opened. */
export type DeskSession = {
  id: number
  workspaceId: number
  playerId: number
  askedAt: Date
  /** When the link was used; none before that. */
  openedAt?: Date
}

export type DeskSessions = {
  /** Makes the row that a link stands for; those asked for before `forgetBefore`, anybody's, go. */
  ask(session: { workspaceId: number; playerId: number; askedAt: Date; forgetBefore: Date }): Promise<DeskSession>
  find(id: number): Promise<DeskSession | undefined>
  /** Uses the link up. Undefined if it was used already, was asked for before `askedAfter`, or is gone. */
  open(id: number, use: { keyHash: string; at: Date; askedAfter: Date }): Promise<DeskSession | undefined>
  /** The session of a key, if it was opened after `openedAfter`. */
  ofKey(keyHash: string, openedAfter: Date): Promise<DeskSession | undefined>
  /** Signs out, and takes back links that wait: `id` ends one session, `playerId` all of a person. */
  end(which: { id: number } | { playerId: number }): Promise<void>
}
