/** A parsed rubric file in the language of docs/rubric.md. Patterns are still text; `compileRubric` compiles them. */
export type Rubric = {
  /** The weight that earns the full score. The default is the most that an answer can earn. */
  full?: number
  points: RubricPoint[]
  groups?: Record<string, { most: number }>
  /**
   * Alternative ways to a correct answer. The one with the best score counts. The default is a single way with all
   * points.
   */
  ways?: Way[]
  misconceptions?: Misconception[]
  /** The question asks for a list, so bare keywords count. */
  list?: boolean
  /**
   * The rubric was drafted from the model answer and covers few wordings. Answers are also compared with the model
   * answer and the labeled answers, and the comparison decides.
   */
  draft?: boolean
}

export type Way = {
  /** Ids of points. */
  points: string[]
  /**
   * The weight that earns the full score. The default is the most that the way's points can earn, and more if the way
   * is only part of an answer.
   */
  full?: number
}

export type RubricPoint = {
  id: string
  /** Shown to players at the reveal, never before. */
  label: string
  /** Default 1. */
  weight?: number
  /** If a required point is missing, the verdict is `partial` at best. */
  required?: boolean
  /** One of these patterns has to match. Absent only if there is an `order`. */
  says?: string[]
  /**
   * The name that `says` must describe. Points with an `about` bind each value in the answer to the name that it
   * belongs to.
   */
  about?: string[]
  /** Patterns that the answer must put in this chronological order. */
  order?: string[]
  /** Evidence in a clause where one of these matches doesn't count. */
  not?: string[]
  /** Only `groups[group].most` points of a group count. */
  group?: string
  /**
   * Points with the same name contradict each other: an answer that lists more than one of them earns nothing for them.
   */
  exclusive?: string
}

export type Misconception = {
  id: string
  says: string[]
  not?: string[]
  /** Ids of points. The misconception doesn't apply to an answer that has one of them. */
  unless?: string[]
  /** The weight that is subtracted, default 1. With 0, the player sees the text but the grade stays the same. */
  costs?: number
  /** One sentence with the correction, for the player. */
  tell: string
}

/** Named sets of patterns, shared by a whole bank. `@name` in a pattern matches any of them. */
export type Synonyms = Record<string, string[]>

export type Verdict = 'correct' | 'partial' | 'incorrect'

/** A span of the player's own text, in UTF-16 code units: `text.slice(start, end)`. */
export type Span = { start: number; end: number }

export type FoundPoint = { id: string; found: boolean; evidence: Span[] }
export type FoundMisconception = { id: string; evidence: Span[] }

/** A misspelled word and the word it was read as. */
export type Reading = { read: string; as: string }

export type Grade = {
  /** 0 to 1. */
  score: number
  verdict: Verdict
  points: FoundPoint[]
  misconceptions: FoundMisconception[]
  readings: Reading[]
  /** Whether labeled answers with similar words changed the verdict of the rubric. */
  alike?: 'raised' | 'lowered'
}
