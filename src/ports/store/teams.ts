import type { Place } from '../../domain/place.ts'

export type Team = {
  id: number
  workspaceId: number
  name: string
  members: number
  /** Role or group that is this team. */
  linked?: Place
}

export type Teams = {
  /** Nothing comes back where the name is taken in that workspace: `key` is the name folded by `teamKey`. */
  create(team: { workspaceId: number; name: string; key: string }): Promise<Team | undefined>
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
  /** The teams of all workspaces that are linked to a group. */
  linked(): Promise<{ id: number; workspaceId: number }[]>
}
