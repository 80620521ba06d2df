import type { Place } from '../../domain/place.ts'
import type { Channel } from './channels.ts'
import type { Player } from './players.ts'
import type { Workspace } from './workspaces.ts'

type Seen = { ref: Place; name: string }
type Found = { workspace: Workspace; player: Player; channel?: Channel }

/**
 * The team that a person's groups put them in, if it isn't their current one. Null if they have to leave their team,
 * because it follows a group that they are not in. Somebody in two groups stays in their team.
 */
export type Belongs = { teamId: number | null }

export type Askers = {
  /**
   * What `recognise` does on each of them, in one statement. `replayed` says that a request with the same `delivery`
   * was seen before, in this process or in another one.
   */
  recognise(seen: {
    workspace: Seen
    /** `handle` is what to call somebody whose name nobody knows yet. */
    player: Seen & { handle?: string; groups?: readonly Place[] }
    channel?: Seen
    delivery?: string
  }): Promise<Found & { replayed?: true; belongs?: Belongs }>
  /** The asker if known, otherwise undefined; with the channel if that is known too. Stores nothing. */
  find(seen: { workspace: Seen; player: Seen; channel?: Seen }): Promise<Found | undefined>
  /** A player and their workspace, even if they were forgotten; undefined if there is none. */
  ofPlayer(playerId: number): Promise<Pick<Found, 'workspace' | 'player'> | undefined>
  /** Deletes deliveries from before then. */
  forgetDeliveries(before: Date): Promise<void>
}
