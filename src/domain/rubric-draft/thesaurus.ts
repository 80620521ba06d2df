/** Where a draft gets other words for an idea. Words are in lower case; several words are separated by spaces. */
export type Thesaurus = (word: string) => RelatedWords

export type RelatedWords = {
  /** With the same root: evaporate, evaporation. */
  derived: string[]
  /** With nearly the same meaning, the nearest first. */
  near: string[]
  /** With the opposite meaning. */
  opposite: string[]
}

/** For drafts without a lexical database: only the stemmer unifies word forms. */
export const noThesaurus: Thesaurus = () => ({ derived: [], near: [], opposite: [] })
