import type { Streak } from '../../domain/habit/streak.ts'
import type { Place } from '../../domain/place.ts'

export type Player = {
  id: number
  workspaceId: number
  ref: Place
  name: string
  teamId?: number
  streak: Streak
  /** How many days a week they want to answer. */
  goal?: number
  /** How many links to their export were used or revoked. */
  exportLinks: number
  /** Whether they were told, in a direct message, what the app is. */
  greeted: boolean
  /** Whether they know which team they are in: an admin may have put them into another one. */
  knowsTeam: boolean
  /** They asked to be forgotten: this row only holds points that nobody owns any more. */
  forgotten?: true
}

export type Players = {
  recognise(workspaceId: number, seen: { ref: Place; name: string }): Promise<Player>
  find(id: number): Promise<Player | undefined>
  findByRef(ref: Place): Promise<Player | undefined>
  change(
    id: number,
    change: { teamId?: number | null; streak?: Streak; goal?: number | null; greeted?: boolean; knowsTeam?: boolean },
  ): Promise<Player>
  /**
   * Makes these people, if they have played, the team's only members. Someone whom another team's group has already
   * placed stays there.
   */
  beTeam(workspaceId: number, teamId: number, refs: Place[]): Promise<void>
  /** Everything stored about one player, for `privacy export`. */
  everythingOf(id: number): Promise<Record<string, unknown>>
  /** Whether an export link of this generation still works; uses it up. */
  useExportLink(id: number, generation: number): Promise<boolean>
  /**
   * Erases name and texts; totals of past boards stay, without a name. The fingerprint recognizes the person in rounds
   * that they have answered, until these are revealed.
   */
  forget(id: number, fingerprint: string): Promise<void>
}
