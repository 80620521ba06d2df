import { createHash } from 'node:crypto'
import type { Pack } from '../../ports/store/packs.ts'

/** Identifies the settings of a pack. */
export function settingsStamp({
  language,
  forgivesSpelling,
  synonyms,
}: Pick<Pack, 'language' | 'forgivesSpelling' | 'synonyms'>): string {
  const content = JSON.stringify([language, forgivesSpelling, synonyms])
  return createHash('sha256').update(content).digest('base64url').slice(0, 16)
}
