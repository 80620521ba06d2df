import type { Place } from '../../domain/place.ts'

export type Team = {
  id: number
  workspaceId: number
  name: string
  members: number
  /** The role or group that this team follows. */
  linked?: Place
}

/** A player whose team isn't determined by a group. */
export type FreePlayer = {
  id: number
  name: string
  teamId?: number
  /** Points earned in the given days; undefined if they didn't answer. */
  points?: number
}

export type Teams = {
  /** Returns undefined if the name is taken in that workspace. `key` is the name folded by `teamKey`. */
  create(team: { workspaceId: number; name: string; key: string }): Promise<Team | undefined>
  /**
   * Whether the workspace has fewer than `most` teams. Teams whose members all left after answering for them don't
   * count. If the limit is reached, empty teams without answers are removed to make room. Other transactions wait until
   * this one ends.
   */
  hasRoom(workspaceId: number, most: number): Promise<boolean>
  /** Removes the team if it has no members, follows no group, and has no answers. */
  removeUnused(workspaceId: number, id: number): Promise<void>
  find(id: number): Promise<Team | undefined>
  findByKey(workspaceId: number, key: string): Promise<Team | undefined>
  /** Ordered by name. */
  list(workspaceId: number): Promise<Team[]>
  /** Returns undefined if the new name is taken. */
  change(id: number, change: { name?: string; key?: string; linked?: Place | null }): Promise<Team | undefined>
  /**
   * Updates every team's key with `keyOf`, after the folding rule has changed. A team whose new key is taken keeps its
   * old one. Returns how many changed.
   */
  rekey(keyOf: (name: string) => string): Promise<number>
  /**
   * Players in a team that follows no group, and players without a team who answered in these days, inclusive; by id.
   * With `lock`, no other transaction can change them or the workspace's teams until this one ends.
   */
  freePlayers(workspaceId: number, days: { first: string; last: string }, lock?: 'lock'): Promise<FreePlayer[]>
  /** Puts players into a team that they didn't choose. Each is notified once, with their next grade. */
  seat(teamId: number, playerIds: number[]): Promise<void>
  /** The teams of all workspaces that are linked to a group. */
  linked(): Promise<{ id: number; workspaceId: number }[]>
}
