import type { TriedAnswer } from '../../domain/packs/sorted-answers.ts'
import type { Pack } from '../store/packs.ts'

/** What stands in the form of the studio; nothing of it is stored before it is published. */
export type Draft = {
  prompt: string
  answer: string
  pack: string
  topic: string
  /** YAML; empty where it is still to be drafted. */
  rubric: string
  /** One a line, sorted by `right:`, `half:` or `wrong:`. */
  answers: string
}

/** What came of trying a draft. */
export type Tried = {
  rubric: string
  /** What is wrong with it, each with its line. */
  problems: string[]
  answers: TriedAnswer[]
  ready: boolean
}

export type StudioView = { packs: Pack[] }
