import type { Deps } from '../deps.ts'
import type { Asker } from './recognise-asker.ts'

/** All data stored about a player, as JSON. Each link works once; `expired` means that it was used or revoked. */
export async function exportPlayer(
  deps: Pick<Deps, 'store'>,
  playerId: number,
  generation: number,
): Promise<Record<string, unknown> | 'expired' | 'unknown'> {
  if (!(await deps.store.players.find(playerId))) return 'unknown'
  if (!(await deps.store.players.useExportLink(playerId, generation))) return 'expired'
  return deps.store.players.everythingOf(playerId)
}

/**
 * Erases the asker's texts and name. Totals of past boards stay, without a name. A person who returns is a new player,
 * but can't answer a round that is still open and that they answered or took the hint for.
 */
export async function forgetPlayer(deps: Pick<Deps, 'store' | 'log' | 'fingerprint'>, asker: Asker): Promise<void> {
  await deps.store.players.forget(asker.player.id, deps.fingerprint(asker.player.ref))
  deps.log.info({ player: asker.player.id }, 'forgot a player')
}
