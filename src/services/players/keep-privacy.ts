import type { Deps } from '../deps.ts'
import type { Asker } from './recognise-asker.ts'

/** Everything stored of one player, as plain data; nothing where there is no such player. */
export async function exportPlayer(
  deps: Pick<Deps, 'store'>,
  playerId: number,
): Promise<Record<string, unknown> | undefined> {
  const player = await deps.store.players.find(playerId)
  return player && deps.store.players.everythingOf(playerId)
}

/**
 * Erases the asker's texts and name. Totals of past boards stay, without a name; whoever comes back is somebody new.
 */
export async function forgetPlayer(deps: Pick<Deps, 'store' | 'log'>, asker: Asker): Promise<void> {
  await deps.store.players.forget(asker.player.id)
  deps.log.info({ player: asker.player.id }, 'forgot a player')
}
