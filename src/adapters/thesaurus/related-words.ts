import type { RelatedWords } from '../../domain/rubric-draft/thesaurus.ts'
import { type BaseForm, baseForms } from './dictionary-forms.ts'
import type { Pointer, Synset, WordNet } from './wordnet.ts'
import { partsOfSpeech } from './wordnet-files.ts'

/** The least share of a word's uses in tagged texts that a meaning needs. Other meanings are too rare to suggest. */
const ownShare = 0.02

/** The same for a synonym or a narrower term, which must not make an author think of something else. */
const nearShare = 0.1

// More synonyms than fit on a screen don't help the author who edits them.
const mostNear = 20

// The pointer symbols of wninput(5WN).
const symbols = { derived: '+', pertains: '\\', narrower: '~', opposite: '!' }

/**
 * Returns words with the same root, synonyms, narrower terms and antonyms, for a word's usual meanings, the most
 * frequent first. A synonym counts only if the meaning is also one of its own usual meanings. So "call" suggests phone,
 * but "tell" doesn't suggest "separate".
 */
export function relatedWords(word: string, wordNet: WordNet): RelatedWords {
  const derived = new Set<string>()
  const same = new Set<string>()
  const narrower = new Set<string>()
  const opposite = new Set<string>()
  for (const { sense, lemma } of usualSenses(baseForms(word, wordNet), wordNet)) {
    addAll(same, usualWords(sense, wordNet))
    const own = sense.words.indexOf(lemma) + 1
    for (const pointer of sense.pointers) {
      if (pointer.symbol === symbols.narrower) addAll(narrower, usualWords(target(pointer, wordNet), wordNet))
      else if (pointer.from !== own && pointer.from !== 0) continue
      else if (pointer.symbol === symbols.opposite) addAll(opposite, [pointedWord(pointer, wordNet)])
      else if (pointer.symbol === symbols.derived || pointer.symbol === symbols.pertains)
        addAll(derived, [pointedWord(pointer, wordNet)])
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

/** For a word that doesn't occur in the tagged texts, the first meaning of each part of speech. */
function usualSenses(forms: readonly BaseForm[], wordNet: WordNet): { sense: Synset; lemma: string }[] {
  const all = forms.flatMap(({ part, lemma }) => {
    const uses = wordNet.uses(part, lemma)
    return wordNet
      .senses(part, lemma)
      .map((sense, place) => ({ sense, lemma, first: place === 0, count: uses.get(sense.offset) ?? 0 }))
  })
  const total = all.reduce((sum, { count }) => sum + count, 0)
  return all
    .filter(({ first, count }) => (total === 0 ? first : count / total >= ownShare))
    .toSorted((one, other) => other.count - one.count)
}

function usualWords(synset: Synset, wordNet: WordNet): string[] {
  return synset.words.filter((word) => {
    const counts = partsOfSpeech.flatMap((part) => [...wordNet.uses(part, word).values()])
    const total = counts.reduce((sum, count) => sum + count, 0)
    const count = wordNet.uses(synset.part, word).get(synset.offset) ?? 0
    return count > 0 && count / total >= nearShare
  })
}

function target(pointer: Pointer, wordNet: WordNet): Synset {
  return wordNet.synset(pointer.part, pointer.offset)
}

function pointedWord(pointer: Pointer, wordNet: WordNet): string {
  const { words } = target(pointer, wordNet)
  return words[Math.max(0, pointer.to - 1)] ?? ''
}
