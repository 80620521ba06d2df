import type { Channel } from '../../ports/store/channels.ts'
import type { Deps } from '../deps.ts'

/**
 * Ids of questions that are open, about to be posted, or pinned to come next, in any channel of a workspace. Callers
 * that already have its channels pass them in.
 */
export async function secretQuestions(
  { store }: Pick<Deps, 'store'>,
  workspaceId: number,
  channels: Promise<Channel[]> = store.channels.inWorkspace(workspaceId),
): Promise<Set<string>> {
  const [unrevealed, all] = await Promise.all([store.rounds.unrevealed(workspaceId), channels])
  return new Set([...unrevealed, ...all.flatMap(({ settings }) => settings.pinned)])
}
