import type { Deps } from '../deps.ts'
import type { Asker } from '../players/recognise-asker.ts'
import { sessionMs } from './session-length.ts'

/** Expired links and sessions are deleted when the next link is created. */
const forgottenAfterMs = 2 * sessionMs

/** Creates a link to the desk, or to one of its pages, for an admin. Returns undefined if the app has no public URL. */
export async function inviteToDesk(
  deps: Pick<Deps, 'store' | 'links' | 'clock'>,
  { workspace, player }: Asker,
  page?: string,
): Promise<string | undefined> {
  const askedAt = deps.clock.now()
  const forgetBefore = new Date(askedAt.getTime() - forgottenAfterMs)
  const session = await deps.store.deskSessions.ask({
    workspaceId: workspace.id,
    playerId: player.id,
    askedAt,
    forgetBefore,
  })
  return deps.links.desk(session, page)
}
