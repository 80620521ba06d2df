/** What was changed; the words for it are in messages/desk/changes. */
export const changeKinds = [
  'signed-in',
  'signed-out',
  'resumed',
  'ruled',
  'way-added',
  'way-taken-back',
  'rearranged',
  'suggestion',
  'scheduled',
  'setting',
  'board-links-reset',
  'weekly',
  'team-renamed',
  'team-unlinked',
  'teams-balanced',
  'dispute-decided',
  'undone',
  'published',
  'retired',
  'imported',
  'import-removed',
  'pack-changed',
  'pack-shared',
  'pack-copied',
] as const
export type ChangeKind = (typeof changeKinds)[number]

/** What can be undone for a while. */
export type Undoable = Extract<ChangeKind, 'dispute-decided' | 'scheduled' | 'team-renamed'>

/** Something that an admin changed on the desk, or in chat if it can be undone. */
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
  /** Returns the new row's id. */
  note(change: Omit<Change, 'id' | 'playerName'>): Promise<number>
  find(id: number): Promise<Omit<Change, 'playerName'> | undefined>
  /** How many of a kind a player made since then. */
  count(playerId: number, kind: ChangeKind, since: Date): Promise<number>
  /** Newest first, with ids below `before` if it is given. */
  latest(workspaceId: number, page: { before?: number; limit: number }): Promise<Change[]>
}
