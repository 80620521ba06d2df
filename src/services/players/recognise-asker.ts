import type { Origin } from '../../ports/chat-event.ts'
import type { Channel } from '../../ports/store/channels.ts'
import type { Player } from '../../ports/store/players.ts'
import type { Workspace } from '../../ports/store/workspaces.ts'
import type { Deps } from '../deps.ts'

/** Who did something, and where, as rows. */
export type Asker = { workspace: Workspace; channel?: Channel; player: Player; origin: Origin }

export async function recogniseAsker(deps: Pick<Deps, 'store'>, origin: Origin): Promise<Asker> {
  return { ...(await deps.store.askers.recognise(origin)), origin }
}
