import { QuizError } from '../../domain/errors.ts'
import type { Visit } from '../../ports/desk/desk.ts'
import type { Channel } from '../../ports/store/channels.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../players/recognise-asker.ts'

/**
 * Returns the asker for a visit and a channel, for the services behind commands. Throws `other-workspace` for a channel
 * that isn't in the workspace, whether or not it exists.
 */
export async function askerAt(
  deps: Pick<Deps, 'store' | 'rights'>,
  visit: Visit,
  channelId: number,
): Promise<Asker & { channel: Channel }> {
  const channel = await deps.store.channels.find(channelId)
  if (channel?.workspaceId !== visit.workspace.id) throw new QuizError('other-workspace')
  return { ...askerOf(deps, visit), channel }
}

export function askerOf({ rights }: Pick<Deps, 'rights'>, { session, workspace, player }: Visit): Asker {
  return {
    workspace,
    player,
    origin: {
      id: `desk-${session.id}`,
      workspace: { ref: workspace.ref, name: workspace.name },
      player: { ref: player.ref, name: player.name, isAdmin: () => rights.isAdmin(player.ref) },
    },
  }
}
