import type { RelatedWords } from '../../domain/rubric-draft/thesaurus.ts'
import { baseForms } from './dictionary-forms.ts'
import type { Pointer, Synset, WordNet } from './wordnet.ts'

// Further meanings of a word are rare, and their synonyms mean something else.
const sensesRead = 3

// More synonyms than fit on a screen don't help the author who edits them.
const mostNear = 20

// The pointer symbols of wninput(5WN).
const symbols = { derived: '+', pertains: '\\', narrower: '~', opposite: '!' }

/**
 * Returns words with the same root, synonyms, narrower terms and antonyms, for a word's most frequent meanings. A
 * synonym counts only if the meaning is also one of its own frequent meanings. So "way" suggests path, but "tell"
 * doesn't suggest "separate".
 */
export function relatedWords(word: string, wordNet: WordNet): RelatedWords {
  const derived = new Set<string>()
  const same = new Set<string>()
  const narrower = new Set<string>()
  const opposite = new Set<string>()
  for (const { part, lemma } of baseForms(word, wordNet)) {
    for (const sense of wordNet.senses(part, lemma).slice(0, sensesRead)) {
      addAll(same, frequentWords(sense, wordNet))
      const own = sense.words.indexOf(lemma) + 1
      for (const pointer of sense.pointers) {
        if (pointer.symbol === symbols.narrower) addAll(narrower, frequentWords(target(pointer, wordNet), wordNet))
        else if (pointer.from !== own && pointer.from !== 0) continue
        else if (pointer.symbol === symbols.opposite) addAll(opposite, [pointedWord(pointer, wordNet)])
        else if (pointer.symbol === symbols.derived || pointer.symbol === symbols.pertains)
          addAll(derived, [pointedWord(pointer, wordNet)])
      }
    }
  }
  const others = (words: ReadonlySet<string>): string[] =>
    [...words].filter((each) => each !== word && !opposite.has(each))
  return {
    derived: others(derived),
    near: others(new Set([...same, ...narrower]))
      .filter((each) => !derived.has(each))
      .slice(0, mostNear),
    opposite: [...opposite].filter((each) => !each.includes(' ')),
  }
}

// Excludes abbreviations, chemical formulas and names with digits or dots, which an answer wouldn't use as synonyms.
const plain = /^[a-z_-]{3,}$/

function addAll(words: Set<string>, found: readonly string[]): void {
  for (const word of found) if (plain.test(word)) words.add(word.replaceAll('_', ' '))
}

function frequentWords(synset: Synset, wordNet: WordNet): string[] {
  return synset.words.filter((word) =>
    wordNet
      .senses(synset.part, word)
      .slice(0, sensesRead)
      .some((sense) => sense.offset === synset.offset),
  )
}

function target(pointer: Pointer, wordNet: WordNet): Synset {
  return wordNet.synset(pointer.part, pointer.offset)
}

function pointedWord(pointer: Pointer, wordNet: WordNet): string {
  const { words } = target(pointer, wordNet)
  return words[Math.max(0, pointer.to - 1)] ?? ''
}
