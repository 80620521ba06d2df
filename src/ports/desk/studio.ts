import type { Offer } from '../../domain/packs/offers.ts'
import type { RubricFields } from '../../domain/packs/rubric-fields.ts'
import type { TriedAnswer } from '../../domain/packs/sorted-answers.ts'
import type { Verdict } from '../../domain/rubric/rubric.ts'
import type { Pack } from '../store/packs.ts'
import type { ShareLine } from './sharing.ts'

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
  /** Addresses, one per line. */
  sources: string
  /** The question of the pack that becomes a new version, and the version that was opened; empty for a new question. */
  id: string
  seen: string
  /** Where it came from, in the form that `readOrigin` reads; empty if it was written here. */
  origin: string
}

/** The rubric as a form, with the YAML that it was made of. It is used only if the YAML next to it was not changed. */
export type RubricForm = RubricFields & { shown: string }

/** What was pressed beside publishing: an answer is sorted, an offered change made, or the rubric drafted again. */
export type Press = { sort: number; as: Verdict } | { offer: Offer } | 'draft'

/** What the page sends to be tried. With `live` somebody is still typing: nothing is offered, as that takes longer. */
export type Work = { draft: Draft; form?: RubricForm; press?: Press; live: boolean }

/** What came of trying a draft, which is as it became by form and press. */
export type Tried = {
  draft: Draft
  /** The rubric as a form; nothing where the YAML can't be read. */
  fields?: RubricFields
  /** What is offered for an answer that is graded otherwise than sorted, by the place of the answer. */
  offers: Map<number, Offer[]>
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

/**
 * Active questions come before retired ones. `shares` are the links for other workspaces, `form` has the language,
 * spelling and synonyms.
 */
export type PackView = { pack: Pack; questions: ListedQuestion[]; shares: ShareLine[]; form: PackForm }

/** A pack's language, spelling and synonyms, as typed. `sets` has the format of `synonyms.yaml`. */
export type PackForm = { language: string; exactSpelling: boolean; sets: string }

export type OwnId = { pack: string; id: string }
