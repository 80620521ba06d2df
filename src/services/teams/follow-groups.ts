import { ChatError } from '../../domain/errors.ts'
import type { Belongs } from '../../ports/store/askers.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../players/recognise-asker.ts'
import { endLinkIfGone } from './link-team.ts'

/**
 * Moves the asker into the team of their groups before anything counts for a team. This is how teams follow groups on
 * platforms that send groups with each event.
 */
export async function followGroups(
  deps: Pick<Deps, 'store' | 'chat' | 'log'>,
  asker: Asker & { belongs?: Belongs },
): Promise<Asker> {
  const { belongs, ...rest } = asker
  if (!belongs || (belongs.teamId === null && (await isKept(deps, rest)))) return rest
  const player = await deps.store.players.change(rest.player.id, belongs)
  deps.log.info({ player: player.id, team: belongs.teamId }, 'a player was moved to the team of their group')
  return { ...rest, player }
}

/** The members stay if the group was deleted or if the chat is unavailable. */
async function isKept(deps: Pick<Deps, 'store' | 'chat' | 'log'>, { player }: Asker): Promise<boolean> {
  const team = player.teamId === undefined ? undefined : await deps.store.teams.find(player.teamId)
  if (!team?.linked) return true
  try {
    await deps.chat.groupMembers(team.linked)
    return false
  } catch (error) {
    if (!(error instanceof ChatError)) throw error
    await endLinkIfGone(deps, team, error)
    return true
  }
}
