import type { CodeLeaf, CompiledSet, NumberLeaf, Uses } from '../compiled-pattern.ts'
import { type Bits, bitsOf } from './bits.ts'
import type { Vocabulary } from './vocabulary.ts'

/**
 * The items in the patterns of one rubric, including the sets they use. The words themselves are in the vocabulary that
 * all rubrics of a bank share.
 */
export type Lexicon = {
  vocabulary: Vocabulary
  leaves: Bits
  sets: Bits
  /** Words as their authors wrote them. Misspellings can be read as these. */
  spellings: Bits
  numbers: readonly NumberLeaf[]
  codes: readonly CodeLeaf[]
}

export function startUses(): Uses {
  return { leaves: new Set(), spellings: new Set(), numbers: new Set(), codes: new Set() }
}

export function lexiconOf(vocabulary: Vocabulary, own: Uses, sets: ReadonlySet<CompiledSet>): Lexicon {
  const all = [own, ...Array.from(sets, (set) => set.uses)]
  const bits = (of: (uses: Uses) => Iterable<number>, size: number): Bits => bitsOf(all.map(of), size)
  return {
    vocabulary,
    leaves: bits(({ leaves }) => leaves, vocabulary.size),
    sets: bitsOf([Array.from(sets, ({ id }) => id)], vocabulary.sets.size),
    spellings: bits(({ spellings }) => spellings, vocabulary.spellings.size),
    numbers: [...new Set(all.flatMap(({ numbers }) => [...numbers]))],
    codes: [...new Set(all.flatMap(({ codes }) => [...codes]))],
  }
}
