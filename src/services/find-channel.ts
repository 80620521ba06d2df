import { type Place, placeOf, placeParts, platformOf } from '../domain/place.ts'
import type { Channel } from '../ports/store/channels.ts'
import type { Workspace } from '../ports/store/workspaces.ts'
import type { Deps } from './deps.ts'

/** Returns a stored channel and its workspace; undefined if the place isn't stored. */
export async function findChannel(
  deps: Pick<Deps, 'store'>,
  ref: Place,
): Promise<{ workspace: Workspace; channel: Channel } | undefined> {
  const [workspaceId = ''] = placeParts(ref)
  const workspace = await deps.store.workspaces.findByRef(placeOf(platformOf(ref), workspaceId))
  if (!workspace) return undefined
  const channel = (await deps.store.channels.inWorkspace(workspace.id)).find((one) => one.ref === ref)
  return channel && { workspace, channel }
}
