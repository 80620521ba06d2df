import type { Place } from '../../domain/place.ts'
import type { Channel } from './channels.ts'
import type { Player } from './players.ts'
import type { Workspace } from './workspaces.ts'

type Seen = { ref: Place; name: string }
type Found = { workspace: Workspace; player: Player; channel?: Channel }

export type Askers = {
  /**
   * What `recognise` of each of them does, at once. `replayed` says that a request with the same `delivery` was here before,
   * in this process or in another one.
   */
  recognise(seen: {
    workspace: Seen
    /** `handle` is what somebody is called whose name nobody knows yet. */
    player: Seen & { handle?: string }
    channel?: Seen
    delivery?: string
  }): Promise<Found & { replayed?: true }>
  /** Who is known already, or nothing; a channel only if it is known too. Stores nothing. */
  find(seen: { workspace: Seen; player: Seen; channel?: Seen }): Promise<Found | undefined>
  /** A player and their workspace, also of somebody who was forgotten; nothing where there is none. */
  ofPlayer(playerId: number): Promise<Pick<Found, 'workspace' | 'player'> | undefined>
  /** Forgets deliveries that came before. */
  forgetDeliveries(before: Date): Promise<void>
}
