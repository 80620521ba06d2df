import type { Origin } from '../ports/chat-event.ts'
import type { Channel } from '../ports/store/channels.ts'
import type { Player } from '../ports/store/players.ts'
import type { Workspace } from '../ports/store/workspaces.ts'
import type { Deps } from './deps.ts'

/** Who did something, and where, as rows. */
export type Asker = { workspace: Workspace; channel?: Channel; player: Player; origin: Origin }

export async function recogniseAsker(deps: Pick<Deps, 'store'>, origin: Origin): Promise<Asker> {
  const workspace = await deps.store.workspaces.recognise(origin.workspace)
  const [player, channel] = await Promise.all([
    deps.store.players.recognise(workspace.id, origin.player),
    origin.channel ? deps.store.channels.recognise(workspace.id, origin.channel) : undefined,
  ])
  return { workspace, player, origin, ...(channel ? { channel } : {}) }
}
