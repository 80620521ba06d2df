import { QuizError } from '../../domain/errors.ts'
import { nearestNames } from '../../domain/nearest-names.ts'
import type { Pack } from '../../ports/store/packs.ts'
import type { Tables } from '../../ports/store/store.ts'

/** Throws `pack-unknown` with the most similar names. */
export async function findPack(
  deps: { store: Pick<Tables, 'packs'> },
  workspaceId: number,
  typed: string,
): Promise<Pack> {
  const packs = await deps.store.packs.list(workspaceId)
  const name = typed.trim().normalize('NFC').toLowerCase()
  const found = packs.find((pack) => pack.name === name)
  if (found) return found
  throw new QuizError('pack-unknown', {
    typed,
    nearest: nearestNames(
      name,
      packs.map((pack) => pack.name),
    ),
  })
}
