import { rememberTeam, type TeamMemory } from '../../domain/memory/team-memory.ts'
import type { Channel } from '../../ports/store/channels.ts'
import type { Tables } from '../../ports/store/store.ts'

/** More than a year of working days. */
export const roundsRemembered = 300

/**
 * What a channel's rounds tell about its team, if its order is `memory`. The round asked last is left out, because it
 * may be revealed at any moment until the next one, and what the desk shows as next must be what is then asked.
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
