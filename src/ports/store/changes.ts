/** What was changed; the words for it are in messages/desk/changes. */
export const changeKinds = [
  'signed-in',
  'signed-out',
  'resumed',
  'ruled',
  'rearranged',
  'suggestion',
  'scheduled',
  'setting',
  'board-links-reset',
  'weekly',
  'team-renamed',
  'team-unlinked',
  'teams-balanced',
  'published',
] as const
export type ChangeKind = (typeof changeKinds)[number]

/** Something that an admin changed on the desk. */
export type Change = {
  id: number
  workspaceId: number
  playerId: number
  /** Empty if that person asked to be forgotten. */
  playerName: string
  at: Date
  kind: ChangeKind
  /** What the words need: a channel's name, the values before and after. */
  about: Readonly<Record<string, string>>
}

export type Changes = {
  note(change: Omit<Change, 'id' | 'playerName'>): Promise<void>
  /** Newest first, from before the id `before` if it is given. */
  latest(workspaceId: number, page: { before?: number; limit: number }): Promise<Change[]>
}
