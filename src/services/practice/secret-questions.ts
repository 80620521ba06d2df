import type { Deps } from '../deps.ts'

/** Ids of questions that are open, about to be posted, or pinned to come next, in any channel of a workspace. */
export async function secretQuestions({ store }: Pick<Deps, 'store'>, workspaceId: number): Promise<Set<string>> {
  const [unrevealed, channels] = await Promise.all([
    store.rounds.unrevealed(workspaceId),
    store.channels.inWorkspace(workspaceId),
  ])
  return new Set([...unrevealed, ...channels.flatMap(({ settings }) => settings.pinned)])
}
