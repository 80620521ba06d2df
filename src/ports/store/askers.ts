import type { Place } from '../../domain/place.ts'
import type { Round } from '../../domain/round.ts'
import type { Attempt } from './answers.ts'
import type { Channel } from './channels.ts'
import type { Player } from './players.ts'
import type { Workspace } from './workspaces.ts'

type Seen = { ref: Place; name: string }
type Found = { workspace: Workspace; player: Player; channel?: Channel }

/**
 * The team in which a person's groups place them, if it differs from their current team. Null if they have to leave
 * their team, because it follows a group that they aren't in. A person in two groups stays in their team.
 */
export type Belongs = { teamId: number | null }

/** A round, and what the asker has answered in it, first to last. */
export type Playing = { round: Round; attempts: Attempt[] }

export type Askers = {
  /**
   * Does the work of each table's `recognise` in one statement. `replayed` is true if any process has already seen a
   * request with the same `delivery`.
   */
  recognise(seen: {
    workspace: Seen
    /** `handle` is the name to use until the platform provides one. */
    player: Seen & { handle?: string; groups?: readonly Place[] }
    channel?: Seen
    delivery?: string
    /** The round that they act on. */
    roundId?: number
  }): Promise<Found & { replayed?: true; belongs?: Belongs; playing?: Playing }>
  /** Returns the asker if they are stored, with the channel if it is stored too. Stores nothing. */
  find(seen: { workspace: Seen; player: Seen; channel?: Seen }): Promise<Found | undefined>
  /** A player and their workspace, even if the player was forgotten. */
  ofPlayer(playerId: number): Promise<Pick<Found, 'workspace' | 'player'> | undefined>
  /** Deletes the records of deliveries from before that time. */
  forgetDeliveries(before: Date): Promise<void>
}
