import { denialsSet, type PackReading } from '../../domain/packs/compile-as-pack.ts'
import { readPackName } from '../../domain/packs/own-questions.ts'
import type { Pack } from '../../ports/store/packs.ts'
import type { Deps } from '../deps.ts'

/** How answers to a pack's questions are read; a pack that isn't there yet reads as new ones do. */
export async function packReading(
  { store }: Pick<Deps, 'store'>,
  workspaceId: number,
  typed: string,
): Promise<PackReading> {
  const name = readPackName(typed)
  return readingOf(name === undefined ? undefined : await store.packs.find(workspaceId, name))
}

function readingOf(pack: Pick<Pack, 'forgivesSpelling' | 'language' | 'synonyms'> | undefined): PackReading {
  return {
    exactSpelling: pack?.forgivesSpelling === false,
    language: pack?.language ?? 'en',
    denials: pack?.synonyms[denialsSet] ?? [],
  }
}
