import { irregularForms } from '../../domain/rubric/spelling/irregular-forms.ts'
import type { WordNet } from './wordnet.ts'
import { type PartOfSpeech, partsOfSpeech } from './wordnet-files.ts'

export type BaseForm = { part: PartOfSpeech; lemma: string }

const endings: Record<PartOfSpeech, [RegExp, string][]> = {
  noun: [
    [/s$/, ''],
    [/(?<=[sxz]|[cs]h)es$/, ''],
    [/men$/, 'man'],
    [/ies$/, 'y'],
  ],
  verb: [
    [/s$/, ''],
    [/es$/, ''],
    [/ies$/, 'y'],
    [/(ed|ing)$/, 'e'],
    [/(ed|ing)$/, ''],
    [/([a-z])\1(ed|ing)$/, '$1'],
  ],
  adj: [
    [/(er|est)$/, ''],
    [/(er|est)$/, 'e'],
    [/(ier|iest)$/, 'y'],
  ],
  adv: [],
}

/**
 * Returns the base forms that a word may have in the lexicon. For example, "closed" may be the verb close or the
 * adjective closed.
 */
export function baseForms(word: string, wordNet: WordNet): BaseForm[] {
  return partsOfSpeech.flatMap((part) => {
    const shorter = endings[part].flatMap(([ending, instead]) =>
      ending.test(word) ? [word.replace(ending, instead)] : [],
    )
    const lemmas = new Set([word, irregularForms.get(word) ?? word, ...shorter])
    return [...lemmas]
      .filter((lemma) => lemma.length > 1 && wordNet.senses(part, lemma).length > 0)
      .map((lemma) => ({ part, lemma }))
  })
}
