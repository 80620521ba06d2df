/** The kinds of changes; `messages/desk/changes` describes them. */
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

export type Undoable = Extract<ChangeKind, 'dispute-decided' | 'scheduled' | 'team-renamed'>

/** A change that an admin made on the desk, or in chat if it can be undone. */
export type Change = {
  id: number
  workspaceId: number
  playerId: number
  /** Empty if that person asked to be forgotten. */
  playerName: string
  at: Date
  kind: ChangeKind
  /** Values for the description, such as a channel's name and the values before and after. */
  about: Readonly<Record<string, string>>
}

export type Changes = {
  note(change: Omit<Change, 'id' | 'playerName'>): Promise<number>
  find(id: number): Promise<Omit<Change, 'playerName'> | undefined>
  count(playerId: number, kind: ChangeKind, since: Date): Promise<number>
  /** Newest first, with ids below `before` if it is given. */
  latest(workspaceId: number, page: { before?: number; limit: number }): Promise<Change[]>
}
