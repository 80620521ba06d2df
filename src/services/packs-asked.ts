import type { Channel } from '../ports/store/channels.ts'
import { type BankChoice, choiceOf } from './bank.ts'
import type { Deps } from './deps.ts'

/**
 * What somebody is asked from: the packs of the channel they are in, elsewhere those of all channels of the workspace, and
 * the built-in pack where nobody did anything yet.
 */
export async function packsAsked(
  deps: Pick<Deps, 'store'>,
  { workspaceId = 0, channel }: { workspaceId?: number; channel?: Channel | undefined },
): Promise<BankChoice> {
  if (channel) return choiceOf(channel)
  return choiceOfAll(workspaceId, workspaceId === 0 ? [] : await deps.store.channels.inWorkspace(workspaceId))
}

/** The packs of all `channels` of a workspace. */
export function choiceOfAll(workspaceId: number, channels: readonly Channel[]): BankChoice {
  const packs = new Set(channels.flatMap(({ settings }) => settings.packs))
  return { workspaceId, packs: packs.size === 0 ? ['built-in'] : [...packs] }
}
