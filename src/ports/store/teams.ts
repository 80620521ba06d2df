import type { Place } from '../../domain/place.ts'

export type Team = {
  id: number
  workspaceId: number
  name: string
  members: number
  /** Role or group that this team follows. */
  linked?: Place
}

/** Somebody whose team isn't decided by a group. */
export type FreePlayer = {
  id: number
  name: string
  teamId?: number
  /** What they earned in the given days; undefined if they didn't answer. */
  points?: number
}

export type Teams = {
  /** Undefined if the name is taken in that workspace: `key` is the name folded by `teamKey`. */
  create(team: { workspaceId: number; name: string; key: string }): Promise<Team | undefined>
  /**
   * Whether there are fewer than `most`, not counting teams that everybody left after answering for them. If not, empty
   * teams that nobody has answered for are removed to make room. Until the transaction ends, nobody else is told that
   * there is room.
   */
  hasRoom(workspaceId: number, most: number): Promise<boolean>
  /** Removes the team if nobody is in it, it follows no group, and nobody has answered for it. */
  removeUnused(workspaceId: number, id: number): Promise<void>
  find(id: number): Promise<Team | undefined>
  findByKey(workspaceId: number, key: string): Promise<Team | undefined>
  /** By name. */
  list(workspaceId: number): Promise<Team[]>
  /** Undefined if the new name is taken. */
  change(id: number, change: { name?: string; key?: string; linked?: Place | null }): Promise<Team | undefined>
  /**
   * Updates every team's key with `keyOf`, after the rule has changed. A team whose new key is taken keeps its old one.
   * Returns how many changed.
   */
  rekey(keyOf: (name: string) => string): Promise<number>
  /**
   * Players in a team that follows no group, and players without a team who answered in these days, inclusive; by id.
   * With `lock`, neither they nor any team of the workspace changes until the transaction ends.
   */
  freePlayers(workspaceId: number, days: { first: string; last: string }, lock?: 'lock'): Promise<FreePlayer[]>
  /** Puts players into a team that they didn't choose: each is told once with their next grade. */
  seat(teamId: number, playerIds: number[]): Promise<void>
  /** The teams of all workspaces that are linked to a group. */
  linked(): Promise<{ id: number; workspaceId: number }[]>
}
