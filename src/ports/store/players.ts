import type { Streak } from '../../domain/habit/streak.ts'
import type { Place } from '../../domain/place.ts'

export type Player = {
  id: number
  workspaceId: number
  ref: Place
  name: string
  teamId?: number
  streak: Streak
  goal?: number
  /** How many of their export links were used or revoked. */
  exportLinks: number
  /** Whether they received the greeting, a direct message that explains the app. */
  greeted: boolean
  /** Whether they have been shown their team. False after an admin moved them to another team. */
  knowsTeam: boolean
  /** The player asked to be forgotten. The row remains only because past points refer to it. */
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
   * Makes these people the team's only members, if they have played. A person placed by another team's group stays
   * there.
   */
  beTeam(workspaceId: number, teamId: number, refs: Place[]): Promise<void>
  /** All data stored about one player, for `privacy export`. */
  everythingOf(id: number): Promise<Record<string, unknown>>
  /** Uses up the player's export link of this generation. Returns false if it no longer works. */
  useExportLink(id: number, generation: number): Promise<boolean>
  /**
   * Erases the player's name and texts. Totals of past boards remain without a name. Until the rounds that the person
   * answered are revealed, the fingerprint recognizes them there.
   */
  forget(id: number, fingerprint: string): Promise<void>
}
