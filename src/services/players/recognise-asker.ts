import type { Answer } from '../../domain/answer.ts'
import type { Origin } from '../../ports/chat-event.ts'
import type { Belongs, FirstTry, Playing } from '../../ports/store/askers.ts'
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
  /** Their answer in this request, if it could be stored in the same statement. */
  stored?: Answer
}

/** The round that somebody acts on, and their answer if it is their first try. */
export type Acting = { roundId: number; firstTry?: FirstTry }

/** Throws an Error if the event names a person or a channel of another workspace. */
export async function recogniseAsker(
  deps: Pick<Deps, 'store'>,
  origin: Origin,
  acting?: Acting,
): Promise<Asker & { belongs?: Belongs }> {
  checkOneWorkspace(origin)
  return { ...(await deps.store.askers.recognise({ ...origin, ...acting })), origin }
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
