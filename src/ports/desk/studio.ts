import type { Offer } from '../../domain/packs/offers.ts'
import type { RubricFields } from '../../domain/packs/rubric-fields.ts'
import type { TriedAnswer } from '../../domain/packs/sorted-answers.ts'
import type { Verdict } from '../../domain/rubric/rubric.ts'
import type { Pack } from '../store/packs.ts'
import type { ShareLine } from './sharing.ts'

/** The content of the studio's form. Nothing is stored until it is published. */
export type Draft = {
  prompt: string
  answer: string
  pack: string
  topic: string
  /** YAML; empty if the rubric hasn't been drafted yet. */
  rubric: string
  /** One answer per line, labeled with `right:`, `half:` or `wrong:`. */
  answers: string
  hint: string
  explanation: string
  difficulty: string
  /** URLs, one per line. */
  sources: string
  /** The id and the opened version of the question that this draft replaces; both are empty for a new question. */
  id: string
  seen: string
  /** The origin of an imported question, in the format of `readOrigin`; empty if it was written here. */
  origin: string
}

/**
 * The rubric as form fields. `shown` is the YAML from which they were made: the fields are ignored if the YAML has been
 * edited since.
 */
export type RubricForm = RubricFields & { shown: string }

/** A button of the form other than “publish”: label an answer, apply an offered change, or draft the rubric again. */
export type Press = { sort: number; as: Verdict } | { offer: Offer } | 'draft'

/**
 * A draft to try. `live` means that the person is still typing; no offers are computed then, because they take longer.
 */
export type Work = { draft: Draft; form?: RubricForm; press?: Press; live: boolean }

/** The result of trying a draft. `draft` includes the changes made through the form and the pressed button. */
export type Tried = {
  draft: Draft
  /** The rubric as form fields; absent if the YAML is invalid. */
  fields?: RubricFields
  /** Changes offered for answers whose grade differs from their label, by the index of the answer. */
  offers: Map<number, Offer[]>
  /** Validation errors, each with its line. */
  problems: string[]
  answers: TriedAnswer[]
  ready: boolean
}

export type StudioView = { packs: Pack[] }

/** A question of a pack, by its author's id, with its results of the last year. */
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

/**
 * Active questions come before retired ones. `shares` are links for other workspaces. `form` has the language, spelling
 * and synonyms.
 */
export type PackView = { pack: Pack; questions: ListedQuestion[]; shares: ShareLine[]; form: PackForm }

/**
 * A pack's language, spelling and synonyms, as typed. `sets` has the format of `synonyms.yaml`. `seen` identifies the
 * settings that the page showed.
 */
export type PackForm = { language: string; exactSpelling: boolean; sets: string; seen: string }

export type OwnId = { pack: string; id: string }
