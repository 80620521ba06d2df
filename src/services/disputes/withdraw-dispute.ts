import { QuizError } from '../../domain/errors.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../players/recognise-asker.ts'

/**
 * Deletes the asker's dispute, so the answer can be disputed again. Does nothing if it is already withdrawn. Throws
 * `dispute-decided` and `dispute-not-yours`.
 */
export async function withdrawDispute({ store }: Pick<Deps, 'store'>, { player }: Asker, id: number): Promise<void> {
  if (await store.disputes.withdraw(id, player.id)) return
  const dispute = await store.disputes.find(id)
  if (!dispute) return
  throw new QuizError(dispute.playerId === player.id ? 'dispute-decided' : 'dispute-not-yours')
}
