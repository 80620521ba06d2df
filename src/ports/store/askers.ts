import type { Place } from '../../domain/place.ts'
import type { Channel } from './channels.ts'
import type { Player } from './players.ts'
import type { Workspace } from './workspaces.ts'

type Seen = { ref: Place; name: string }

export type Askers = {
  /** What `recognise` of each of them does, at once. */
  recognise(seen: {
    workspace: Seen
    player: Seen
    channel?: Seen
  }): Promise<{ workspace: Workspace; player: Player; channel?: Channel }>
}
