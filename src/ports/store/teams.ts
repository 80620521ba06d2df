import type { Place } from '../../domain/place.ts'

export type Team = {
  id: number
  workspaceId: number
  name: string
  members: number
  /** Role or group that is this team. */
  linked?: Place
}

/** Somebody whose team no group decides about. */
export type FreePlayer = {
  id: number
  name: string
  teamId?: number
  /** What they earned in the days that were asked for; none if they didn't answer. */
  points?: number
}

export type Teams = {
  /** Nothing comes back where the name is taken in that workspace: `key` is the name folded by `teamKey`. */
  create(team: { workspaceId: number; name: string; key: string }): Promise<Team | undefined>
  /**
   * Whether there are fewer than `most`, leaving out those that everybody left after answers for them. If not, teams that
   * nobody is in and nobody has answered for make room. Until the transaction ends, nobody else hears that there is room.
   */
  hasRoom(workspaceId: number, most: number): Promise<boolean>
  /** Removes the team if nobody is in it, it follows no group, and nobody has answered for it. */
  removeUnused(workspaceId: number, id: number): Promise<void>
  find(id: number): Promise<Team | undefined>
  findByKey(workspaceId: number, key: string): Promise<Team | undefined>
  /** By name. */
  list(workspaceId: number): Promise<Team[]>
  /** Nothing comes back where the new name is taken. */
  change(id: number, change: { name?: string; key?: string; linked?: Place | null }): Promise<Team | undefined>
  /**
   * Gives every team the key that `keyOf` makes of its name, after the rule has changed. A team whose new key is taken
   * keeps the one it has. Says how many changed.
   */
  rekey(keyOf: (name: string) => string): Promise<number>
  /**
   * Who is in a team that follows no group, and who is in none and answered in these days, both counted; by their ids. With
   * `lock`, neither they nor any team of the workspace changes until the transaction ends.
   */
  freePlayers(workspaceId: number, days: { first: string; last: string }, lock?: 'lock'): Promise<FreePlayer[]>
  /** Puts players into a team that they have not asked for: each is told once with the next grade. */
  seat(teamId: number, playerIds: number[]): Promise<void>
  /** The teams of all workspaces that are linked to a group. */
  linked(): Promise<{ id: number; workspaceId: number }[]>
}
