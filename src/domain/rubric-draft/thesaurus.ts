/** Where a draft gets other words for an idea. Words are in lower case; several words are separated by spaces. */
export type Thesaurus = (word: string) => RelatedWords

export type RelatedWords = {
  /** Of the same root: evaporate, evaporation. */
  derived: string[]
  /** Of nearly the same meaning, the nearest first. */
  near: string[]
  /** Of the opposite meaning. */
  opposite: string[]
}

/** Drafts without a lexical database: only the stemmer brings word forms together. */
export const noThesaurus: Thesaurus = () => ({ derived: [], near: [], opposite: [] })
