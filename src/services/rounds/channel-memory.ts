import { rememberTeam, type TeamMemory } from '../../domain/memory/team-memory.ts'
import type { Channel } from '../../ports/store/channels.ts'
import type { Tables } from '../../ports/store/store.ts'

/** More than a year of working days. */
export const roundsRemembered = 300

/**
 * What a channel's rounds show about its team's memory, if the channel's order is `memory`. Excludes the most recent
 * round, because it may be revealed at any moment and would change the next question that the desk shows.
 */
export async function channelMemory(
  { rounds }: Pick<Tables, 'rounds'>,
  { id: channelId, workspaceId, settings }: Channel,
): Promise<TeamMemory | undefined> {
  if (settings.order !== 'memory') return undefined
  const [[last], outcomes] = await Promise.all([
    rounds.latest(channelId, ['posting', 'open', 'closed'], 1),
    rounds.outcomes({ workspaceId, channelId }, roundsRemembered + 1),
  ])
  return rememberTeam(outcomes.filter(({ roundId }) => roundId !== last?.id).slice(-roundsRemembered))
}
