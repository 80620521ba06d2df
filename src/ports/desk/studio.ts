import type { TriedAnswer } from '../../domain/packs/sorted-answers.ts'
import type { Pack } from '../store/packs.ts'

/** The content of the studio's form; nothing is stored until it is published. */
export type Draft = {
  prompt: string
  answer: string
  pack: string
  topic: string
  /** YAML; empty if it has yet to be drafted. */
  rubric: string
  /** One per line, sorted by `right:`, `half:` or `wrong:`. */
  answers: string
  hint: string
  explanation: string
  difficulty: string
  /** The question of the pack that becomes a new version, and the version that was opened; empty for a new question. */
  id: string
  seen: string
}

/** The result of testing a draft. */
export type Tried = {
  rubric: string
  /** What is wrong with it, each with its line. */
  problems: string[]
  answers: TriedAnswer[]
  ready: boolean
}

export type StudioView = { packs: Pack[] }

/** A question of a pack, by the id that its author gave, with how it did in the last year. */
export type ListedQuestion = {
  id: string
  prompt: string
  topic: string
  version: string
  retired: boolean
  asked: number
  answered: number
  correct: number
}

/** Questions that are asked stand before those that are retired. */
export type PackView = { pack: Pack; questions: ListedQuestion[] }

export type OwnId = { pack: string; id: string }
