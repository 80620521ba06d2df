import type { Channel } from '../../ports/store/channels.ts'
import type { Deps } from '../deps.ts'

/**
 * Ids of questions that are open, about to be posted, or pinned in any channel of a workspace. Pass `channels` if you
 * already have them.
 */
export async function secretQuestions(
  { store }: Pick<Deps, 'store'>,
  workspaceId: number,
  channels: Promise<Channel[]> = store.channels.inWorkspace(workspaceId),
): Promise<Set<string>> {
  const [unrevealed, all] = await Promise.all([store.rounds.unrevealed(workspaceId), channels])
  return new Set([...unrevealed, ...all.flatMap(({ settings }) => settings.pinned)])
}
