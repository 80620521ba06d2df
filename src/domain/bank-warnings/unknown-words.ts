import { compileRubric } from '../rubric/compile-rubric.ts'
import type { Synonyms } from '../rubric/rubric.ts'
import { prefixKey } from '../rubric/spelling/build-lexicon.ts'
import { type Lexicon, lexiconOf, startUses } from '../rubric/spelling/lexicon.ts'
import { nearestTarget } from '../rubric/spelling/nearest-target.ts'
import { startVocabulary } from '../rubric/spelling/vocabulary.ts'
import { readText } from '../rubric/text/read-text.ts'
import type { Token } from '../rubric/text/token.ts'
import type { BankEntry } from './bank-warning.ts'

export type UnknownWord = { word: string; count: number }

const mostListed = 30

/** Words of two letters are too ambiguous. */
const shortestWord = 3

/**
 * Words in examples labeled correct that are in no pattern of these questions and in none of these sets, most frequent
 * first.
 */
export function unknownWords(bank: readonly BankEntry[], synonyms: Synonyms): UnknownWord[] {
  const lexicon = wholeLexicon(bank, synonyms)
  const counts = new Map<string, number>()
  for (const { question } of bank) {
    for (const { answer } of question.examples.filter(({ verdict }) => verdict === 'correct')) {
      const unknown = readText(answer).tokens.filter((token) => isTelling(token) && !isKnown(token, lexicon))
      for (const text of new Set(unknown.map((token) => token.text))) counts.set(text, (counts.get(text) ?? 0) + 1)
    }
  }
  return [...counts]
    .map(([word, count]) => ({ word, count }))
    .toSorted((one, other) => other.count - one.count || one.word.localeCompare(other.word))
    .slice(0, mostListed)
}

/** The lexicon of all rubrics, including sets that no rubric uses. */
function wholeLexicon(bank: readonly BankEntry[], synonyms: Synonyms): Lexicon {
  const vocabulary = startVocabulary()
  for (const { question, synonyms: own } of bank) compileRubric(question.rubric, { synonyms: own, vocabulary })
  for (const name of Object.keys(synonyms)) {
    compileRubric({ points: [{ id: name, label: name, says: [`@${name}`] }] }, { synonyms, vocabulary })
  }
  return lexiconOf(vocabulary, { ...startUses(), spellings: new Set(vocabulary.spellings.values()) }, new Set())
}

function isTelling({ text, word, code }: Token): boolean {
  return !code && !word.empty && !word.negator && !word.number && text.length >= shortestWord && /^\p{L}+$/u.test(text)
}

function isKnown({ text, word }: Token, lexicon: Lexicon): boolean {
  const { words, exacts, prefixes } = lexicon.vocabulary
  if (words.has(word.stem) || exacts.has(text)) return true
  if ((prefixes.get(text.slice(0, prefixKey)) ?? []).some((prefix) => text.startsWith(prefix.text))) return true
  return !word.real && nearestTarget(text, lexicon) !== undefined
}
