/**
 * A parsed rubric file. The language is described in docs/rubric.md. Patterns are still text here; `compileRubric`
 * turns them into something that matches.
 */
export type Rubric = {
  /** Weight that earns the full score; by default the most that an answer can earn. */
  full?: number
  points: RubricPoint[]
  groups?: Record<string, { most: number }>
  /** Ways to be right; the one with the best score counts. By default a single way with every point. */
  ways?: Way[]
  misconceptions?: Misconception[]
  /** The question asks for a list: bare keywords count. */
  list?: boolean
  /**
   * Drafted from the model answer, so it knows few wordings: answers are also compared with the model answer and the
   * sorted ones, and the comparison decides.
   */
  draft?: boolean
}

export type Way = {
  /** Ids of points. */
  points: string[]
  /**
   * Weight that earns the full score; by default what the way's points can earn, and more if the way is only part of an
   * answer.
   */
  full?: number
}

export type RubricPoint = {
  id: string
  /** Shown to players at the reveal, never before. */
  label: string
  /** Default 1. */
  weight?: number
  /** Without a required point the verdict is at best `partial`. */
  required?: boolean
  /** Any one of these is enough. Absent only if there is an `order`. */
  says?: string[]
  /**
   * The name that `says` must describe. Points with an `about` bind each value in the answer to the name it belongs to.
   */
  about?: string[]
  /** Patterns that the answer must put in this chronological order. */
  order?: string[]
  /** Evidence in a clause where one of these matches does not count. */
  not?: string[]
  /** Only `groups[group].most` points of a group earn anything. */
  group?: string
  /** Points that share this name contradict each other: an answer that lists more than one of them earns none. */
  exclusive?: string
}

export type Misconception = {
  id: string
  says: string[]
  not?: string[]
  /** Ids of points: the misconception doesn't apply to an answer that has one of them. */
  unless?: string[]
  /** Weight taken away; default 1. With 0 it is an aside: the player is told, and the grade is the same. */
  costs?: number
  /** One sentence for the player: what is true instead. */
  tell: string
}

/** Named sets of patterns shared by a whole bank; `@name` in a pattern stands for any of them. */
export type Synonyms = Record<string, string[]>

export type Verdict = 'correct' | 'partial' | 'incorrect'

/** A span of the player's own text, in UTF-16 code units: `text.slice(start, end)`. */
export type Span = { start: number; end: number }

export type FoundPoint = { id: string; found: boolean; evidence: Span[] }
export type FoundMisconception = { id: string; evidence: Span[] }

/** How a misspelled word was read. */
export type Reading = { read: string; as: string }

export type Grade = {
  /** 0 to 1. */
  score: number
  verdict: Verdict
  /** Every point of the rubric, in its order. */
  points: FoundPoint[]
  /** Only the misconceptions that were found. */
  misconceptions: FoundMisconception[]
  readings: Reading[]
  /** Similar answers, which people have sorted, made the verdict better or worse than the rubric alone. */
  alike?: 'raised' | 'lowered'
}
