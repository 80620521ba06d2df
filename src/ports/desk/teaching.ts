import type { Verdict } from '../../domain/rubric/rubric.ts'
import type { WayProblem } from '../../domain/rulings/read-ways.ts'

/** Where the grader learns another way to say an idea, from an answer. */
export type TeachView = {
  answerId: number
  text: string
  prompt: string
  modelAnswer: string
  /** Ideas that can be said in another way, and whether the grader finds them in the text now. */
  points: { id: string; label: string; found: boolean }[]
  /** What is in the form: typed, or proposed. */
  form: WayForm
  proposed: boolean
  /** What can't be read. */
  problems: WayProblem[]
  /** What it would change; undefined while there is nothing to try. */
  effect?: Effect
  /** Revision of what the workspace has added so far. */
  seen: number
}

/** `says`: one pattern per line. */
export type WayForm = { point: string; says: string }

export type Effect = {
  /** Of the answer itself. */
  before: Verdict
  after: Verdict
  /** Everything whose verdict would change. */
  changes: EffectLine[]
  /** How many texts were compared. */
  compared: { answers: number; examples: number }
  refused: boolean
}

export type EffectLine = {
  text: string
  before: Verdict
  after: Verdict
  /** How many people wrote it; undefined for an example of the question's authors. */
  people?: number
  /** What an example is labeled. */
  label?: Verdict
  /** It must not pass. */
  refused: boolean
}

/** What a workspace has added to a question. */
export type Taught = {
  questionId: string
  prompt: string
  seen: number
  madeBy: string
  madeAt: Date
  ways: { point: string; label: string; pattern: string; fits: boolean }[]
}

export type WayOf = { questionId: string; point: string; pattern: string; seen: number }
