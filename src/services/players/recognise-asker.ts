import type { Origin } from '../../ports/chat-event.ts'
import type { Belongs, Playing } from '../../ports/store/askers.ts'
import type { Channel } from '../../ports/store/channels.ts'
import type { Player } from '../../ports/store/players.ts'
import type { Workspace } from '../../ports/store/workspaces.ts'
import type { Deps } from '../deps.ts'

/** The rows for the person and the place of an event. */
export type Asker = {
  workspace: Workspace
  channel?: Channel
  player: Player
  origin: Origin
  replayed?: true
  /** The round that they act on, as it was when the request came. */
  playing?: Playing
}

/** Throws an Error if the event names a person or a channel of another workspace. */
export async function recogniseAsker(
  deps: Pick<Deps, 'store'>,
  origin: Origin,
  roundId?: number,
): Promise<Asker & { belongs?: Belongs }> {
  checkOneWorkspace(origin)
  const seen = roundId === undefined ? origin : { ...origin, roundId }
  return { ...(await deps.store.askers.recognise(seen)), origin }
}

/** Like `recogniseAsker`, but stores nothing; returns undefined if the person isn't stored. */
export async function findAsker(deps: Pick<Deps, 'store'>, origin: Origin): Promise<Asker | undefined> {
  checkOneWorkspace(origin)
  const found = await deps.store.askers.find(origin)
  return found && { ...found, origin }
}

function checkOneWorkspace({ workspace, player, channel }: Origin): void {
  const foreign = [player, channel].some((one) => one && !one.ref.startsWith(`${workspace.ref}:`))
  if (foreign) throw new Error('an event of one workspace names a person or a channel of another')
}
