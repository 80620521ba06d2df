import type { Channel } from '../ports/store/channels.ts'
import { type BankChoice, choiceOf } from './bank.ts'
import type { Deps } from './deps.ts'

/**
 * The packs for the asker's questions: those of their channel, or outside channels those of all the workspace's
 * channels. Without channels, it is the built-in pack.
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
