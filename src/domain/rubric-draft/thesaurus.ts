/** A source of related words for drafts. Words are in lower case; expressions contain spaces. */
export type Thesaurus = (word: string) => RelatedWords

export type RelatedWords = {
  /** Words with the same root: evaporate, evaporation. */
  derived: string[]
  /** Words with nearly the same meaning, nearest first. */
  near: string[]
  /** Words with the opposite meaning. */
  opposite: string[]
}

/** For drafts without a lexical database. Word forms are then unified only by the stemmer. */
export const noThesaurus: Thesaurus = () => ({ derived: [], near: [], opposite: [] })
