import type { Verdict } from '../../domain/rubric/rubric.ts'
import type { WayProblem } from '../../domain/rulings/read-ways.ts'

/** The page where an admin adds a wording for an idea, based on a player's answer. */
export type TeachView = {
  answerId: number
  text: string
  prompt: string
  modelAnswer: string
  /** The ideas that accept more wordings. `found` is whether the grader finds them in the answer now. */
  points: { id: string; label: string; found: boolean }[]
  form: WayForm
  proposed: boolean
  problems: WayProblem[]
  /** What the wording would change; undefined if there is nothing to try. */
  effect?: Effect
  /** The revision of the workspace's additions. */
  seen: number
}

/** `says` has one pattern per line. */
export type WayForm = { point: string; says: string }

export type Effect = {
  /** The verdict on the answer, before and after. */
  before: Verdict
  after: Verdict
  changes: EffectLine[]
  compared: { answers: number; examples: number }
  refused: boolean
}

export type EffectLine = {
  text: string
  before: Verdict
  after: Verdict
  /** How many people wrote it; undefined for an example from the question's authors. */
  people?: number
  label?: Verdict
  /** The change prevents the wording from being added. */
  refused: boolean
}

/** The wordings that a workspace has added to a question, and the number of its settled answers by what they count as. */
export type Taught = {
  questionId: string
  prompt: string
  seen: number
  madeBy: string
  madeAt: Date
  settled: Record<Verdict, number>
  ways: { point: string; label: string; pattern: string; fits: boolean }[]
}

export type WayOf = { questionId: string; point: string; pattern: string; seen: number }
