import type { RelatedWords, Thesaurus } from '../../domain/rubric-draft/thesaurus.ts'
import { relatedWords } from './related-words.ts'
import { readWordNet } from './wordnet.ts'
import { findWordNet } from './wordnet-files.ts'

/** Opens WordNet as a thesaurus. Returns undefined if it is not installed, which is the case on servers. */
export function openThesaurus(): Thesaurus | undefined {
  const files = findWordNet()
  if (files === undefined) return undefined
  const wordNet = readWordNet(files)
  const known = new Map<string, RelatedWords>()
  return (word) => {
    const related = known.get(word) ?? relatedWords(word, wordNet)
    known.set(word, related)
    return related
  }
}
