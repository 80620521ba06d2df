import type { CompiledSet } from '../compiled-rubric.ts'
import { type Bits, bitsOf } from './bits.ts'
import type { CodeLeaf, NumberLeaf, Vocabulary } from './vocabulary.ts'

/**
 * What the patterns of one rubric look for, with the sets they name. The words themselves stand in the vocabulary that
 * all rubrics of a bank share; a rubric only knows which of them are its own.
 */
export type Lexicon = {
  vocabulary: Vocabulary
  leaves: Bits
  sets: Bits
  /** Words as their authors wrote them, of which a misspelling may be read as one. */
  spellings: Bits
  numbers: readonly NumberLeaf[]
  codes: readonly CodeLeaf[]
}

/** What patterns use of the vocabulary, while they are being compiled. */
export type Uses = {
  leaves: Set<number>
  spellings: Set<number>
  numbers: Set<NumberLeaf>
  codes: Set<CodeLeaf>
}

export function startUses(): Uses {
  return { leaves: new Set(), spellings: new Set(), numbers: new Set(), codes: new Set() }
}

export function addUses(to: Uses, from: Uses): void {
  for (const leaf of from.leaves) to.leaves.add(leaf)
  for (const spelling of from.spellings) to.spellings.add(spelling)
  for (const number of from.numbers) to.numbers.add(number)
  for (const code of from.codes) to.codes.add(code)
}

export function lexiconOf(vocabulary: Vocabulary, uses: Uses, sets: Iterable<CompiledSet>): Lexicon {
  return {
    vocabulary,
    leaves: bitsOf(uses.leaves, vocabulary.size),
    sets: bitsOf(
      Array.from(sets, ({ id }) => id),
      vocabulary.sets.size,
    ),
    spellings: bitsOf(uses.spellings, vocabulary.spellings.size),
    numbers: [...uses.numbers],
    codes: [...uses.codes],
  }
}
