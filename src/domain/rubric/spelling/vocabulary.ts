import type { CodeLeaf, CompiledSet, NumberLeaf } from '../compiled-pattern.ts'
import type { Synonyms } from '../rubric.ts'
import type { PlainReading } from '../text/plain-reading.ts'

/**
 * Everything that the rubrics of a bank look for, numbered: a `leaf` is one word, number or piece of code, however many
 * patterns, sets and rubrics contain it. It grows only while rubrics are compiled; `isFull` says when to start another.
 */
export type Vocabulary = {
  /** For rubrics in another language than English. */
  plain: PlainReading | undefined
  /** Number of leaves. */
  size: number
  /** Maps a stem to its leaf. */
  words: Map<string, number>
  /** Maps an exact word to its leaf. */
  exacts: Map<string, number>
  /** By their first two letters. */
  prefixes: Map<string, { text: string; leaf: number }[]>
  numbers: Map<string, NumberLeaf>
  codes: Map<string, CodeLeaf>
  /** Authors' words, as written, with their numbers. */
  spellings: Map<string, number>
  /** Words that a misspelling may be read as, by first letter and length. */
  targets: Map<string, Target[]>
  /** First halves of words that people may write in two ("time out", "data base"). */
  firstHalves: Set<string>
  /** Leaves that are negators. */
  negators: Set<number>
  /** Synonym sets by their full content, so that rubrics share equal ones. */
  sets: Map<string, CompiledSet>
  /** The same by name, for each collection of sets that rubrics were compiled with. */
  named: WeakMap<Synonyms, Map<string, CompiledSet>>
  /**
   * For each leaf, what is worth trying on a text that contains it: the numbers of a set and of one of its parts,
   * alternating.
   */
  calls: Map<number, number[]>
  /** A cache of what misspelled words are near to; cleared when words are added. */
  near: Map<string, readonly Near[]>
}

export type Target = {
  /** The author's word, or a regular form of it. */
  text: string
  letters: number
  leaf: number
  /** The author's word that it is a form of. */
  spelling: number
  /**
   * What the typed word must end with: the forms of a four-letter word may be misspelled (dnyos), the word itself may
   * not.
   */
  ending: string
}

export type Near = { target: Target; edits: number }

// The built-in bank has a tenth of this. The packs of many workspaces must not fill the memory with words that are no
// longer used.
const mostLeaves = 200_000

export function startVocabulary(plain?: PlainReading): Vocabulary {
  return {
    plain,
    size: 0,
    words: new Map(),
    exacts: new Map(),
    prefixes: new Map(),
    numbers: new Map(),
    codes: new Map(),
    spellings: new Map(),
    targets: new Map(),
    firstHalves: new Set(),
    negators: new Set(),
    sets: new Map(),
    named: new WeakMap(),
    calls: new Map(),
    near: new Map(),
  }
}

/** Whether rubrics compiled from now on should share another vocabulary; those compiled before keep this one. */
export function isFull(vocabulary: Vocabulary): boolean {
  return vocabulary.size >= mostLeaves
}
