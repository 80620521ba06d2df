import type { CodeLeaf, CompiledSet, NumberLeaf } from '../compiled-pattern.ts'
import type { Synonyms } from '../rubric.ts'
import type { PlainReading } from '../text/plain-reading.ts'

/**
 * The numbered items of all rubrics of a bank. A `leaf` is one word, number or piece of code, no matter how many
 * patterns, sets and rubrics contain it. The vocabulary grows only when rubrics are compiled. If `isFull` returns true,
 * a new one should be used.
 */
export type Vocabulary = {
  /** Set for rubrics in languages other than English. */
  plain: PlainReading | undefined
  size: number
  words: Map<string, number>
  exacts: Map<string, number>
  /** Prefixes by their first two letters. */
  prefixes: Map<string, { text: string; leaf: number }[]>
  numbers: Map<string, NumberLeaf>
  codes: Map<string, CodeLeaf>
  /** The words as authors wrote them, with their numbers. */
  spellings: Map<string, number>
  /** Words that a misspelling may be read as, by first letter and length. */
  targets: Map<string, Target[]>
  /** First halves of words that people may write as two ("time out", "data base"). */
  firstHalves: Set<string>
  /** Leaves that are negators. */
  negators: Set<number>
  /** Synonym sets by their full content, so that rubrics share equal ones. */
  sets: Map<string, CompiledSet>
  /** Synonym sets by name, for each collection of sets. */
  named: WeakMap<Synonyms, Map<string, CompiledSet>>
  /**
   * For each leaf, the parts of sets to try on a text that contains it: the numbers of a set and of one of its parts,
   * alternating.
   */
  calls: Map<number, number[]>
  /** Caches the words near a misspelling. Cleared when words are added. */
  near: Map<string, readonly Near[]>
}

export type Target = {
  /** The author's word, or a regular form of it. */
  text: string
  letters: number
  leaf: number
  /** The number of the author's word of which it is a form. */
  spelling: number
  /**
   * The ending that the typed word must have. Forms of a four-letter word may be misspelled (dnyos), but not the word
   * itself.
   */
  ending: string
}

export type Near = { target: Target; edits: number }

// The built-in bank uses a tenth of this. The limit keeps the packs of many workspaces from filling the memory with
// unused words.
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

/** Whether new rubrics should use another vocabulary. Rubrics compiled earlier keep this one. */
export function isFull(vocabulary: Vocabulary): boolean {
  return vocabulary.size >= mostLeaves
}
