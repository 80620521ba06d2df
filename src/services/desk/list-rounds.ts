import { channelName } from '../../messages/closed-channel.ts'
import type { Visit } from '../../ports/desk/desk.ts'
import type { PlayedRound } from '../../ports/desk/figures.ts'
import type { Deps } from '../deps.ts'

/** Covers years of a busy workspace, in a file of about a megabyte. */
const mostListed = 10_000

/** The revealed rounds of a workspace with their results, oldest first. */
export async function listRounds(deps: Pick<Deps, 'store'>, { workspace }: Visit): Promise<PlayedRound[]> {
  const [channels, outcomes] = await Promise.all([
    deps.store.channels.inWorkspace(workspace.id),
    deps.store.rounds.outcomes({ workspaceId: workspace.id }, mostListed),
  ])
  const names = new Map(channels.map((channel) => [channel.id, channelName(channel)]))
  return outcomes.map(({ channelId, roundId: _, ...round }) => ({ ...round, channel: names.get(channelId) ?? '' }))
}
