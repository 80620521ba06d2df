import { denialsSet, type PackReading } from '../../domain/packs/compile-as-pack.ts'
import { readPackName } from '../../domain/packs/own-questions.ts'
import type { Pack } from '../../ports/store/packs.ts'
import type { Deps } from '../deps.ts'

/** The reading rules of a pack's answers. A pack that doesn't exist yet has the default rules. */
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
