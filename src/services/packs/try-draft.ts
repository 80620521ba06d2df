import { isDeepStrictEqual } from 'node:util'
import { compileAsPack, isEnglish, type PackReading } from '../../domain/packs/compile-as-pack.ts'
import { findProblems } from '../../domain/packs/find-problems.ts'
import { findOffers, type Offer, withOffer } from '../../domain/packs/offers.ts'
import { fieldsOf, withFields } from '../../domain/packs/rubric-fields.ts'
import {
  contradictions,
  type GradedAnswer,
  gradeSorted,
  gradeUnsorted,
  inShort,
  isReady,
  readSorted,
  writeSorted,
} from '../../domain/packs/sorted-answers.ts'
import { readSources } from '../../domain/packs/sources.ts'
import { difficulties, type Question, sortedAnswers } from '../../domain/question.ts'
import { prepareComparison } from '../../domain/rubric/drafts/comparison.ts'
import type { Rubric, Synonyms } from '../../domain/rubric/rubric.ts'
import { usedSets } from '../../domain/rubric/used-sets.ts'
import { draftRubric } from '../../domain/rubric-draft/draft-rubric.ts'
import type { Thesaurus } from '../../domain/rubric-draft/thesaurus.ts'
import { notSo, opposite, studio } from '../../messages/desk/studio.ts'
import type { Draft, RubricForm, Tried, Work } from '../../ports/desk/studio.ts'

/** Reads rubrics from text. Errors are lines for the author. */
export type RubricText = {
  read(text: string): { rubric: Rubric; synonyms: Synonyms } | { problems: string[] }
  write(rubric: Rubric, synonyms: Synonyms): string
  thesaurus: Thesaurus | undefined
}

/** The form shows at most this many ideas and mistakes; the YAML has all of them. */
const mostFields = 100

export type ReadDraft = { question: Question; synonyms: Synonyms }

/** Tries a draft of a workspace. Throws `studio-busy` or `draft-too-slow`. */
export type TryDraft = (workspaceId: number, work: Work, reading: PackReading) => Promise<TriedDraft>

/** `read` is set if the rubric is valid. */
export type TriedDraft = Tried & { read?: ReadDraft }

/**
 * Drafts the rubric if there is none, applies the changes from the form and the pressed button, and grades the answers.
 */
export function tryDraft(text: RubricText, work: Work, reading: PackReading): TriedDraft {
  const draft = pressed(text, work, reading)
  const read = text.read(draft.rubric)
  const none = { draft, answers: [], ready: false, offers: new Map<number, Offer[]>() }
  if ('problems' in read) return { ...none, problems: read.problems }
  const { synonyms } = read
  const { prompt, hint } = draft
  const question = questionOf(draft, read.rubric)
  const comparison = read.rubric.draft ? prepareComparison(prompt, sortedAnswers(question)) : undefined
  const compile = (changed: Rubric) => compileAsPack(changed, { prompt, hint, synonyms, comparison }, reading)
  const compiled = compile(read.rubric)
  const graded = gradeSorted(compiled, readSorted(draft.answers))
  const unsorted = gradeUnsorted(compiled, draft, graded)
  const answers = graded.map((one) => {
    const verdict = unsorted.get(one)
    return verdict === undefined ? inShort(one) : { ...inShort(one), unsorted: verdict }
  })
  const wrong = readSources(draft.sources).wrong.map(studio.noAddress)
  const twice = contradictions(graded).map(studio.contradicts)
  const problems = [...findProblems(question, synonyms, compiled), ...twice, ...wrong]
  const offers = work.live ? none.offers : offersAt(read.rubric, draft.prompt, graded, compile)
  const ready = problems.length === 0 && isReady(answers)
  const fields = fieldsOf(read.rubric)
  const fits = fields.ideas.length + fields.mistakes.length <= mostFields
  return { draft, ...(fits ? { fields } : {}), problems, answers, offers, ready, read: { question, synonyms } }
}

/** The draft with the changes from the form and the pressed button. */
function pressed(text: RubricText, { draft, form, press }: Work, reading: PackReading): Draft {
  const blank = draft.rubric.trim() === '' || press === 'draft'
  const rubric = blank ? drafted(text, draft, reading) : form ? filledIn(text, draft.rubric, form) : draft.rubric
  if (press === undefined || press === 'draft') return { ...draft, rubric }
  if ('sort' in press) {
    const sorted = readSorted(draft.answers)
    const answers = sorted.map((one, at) => (at === press.sort ? { ...one, label: press.as } : one))
    return { ...draft, rubric, answers: writeSorted(answers) }
  }
  const read = text.read(rubric)
  if ('problems' in read) return { ...draft, rubric }
  return { ...draft, rubric: text.write(withOffer(read.rubric, press.offer, notSo), read.synonyms) }
}

/** If both the form and the YAML were changed, the YAML is used. If the form is unchanged, the YAML stays as typed. */
function filledIn(text: RubricText, rubric: string, { shown, ...fields }: RubricForm): string {
  const read = text.read(rubric)
  if (rubric !== shown || 'problems' in read || isDeepStrictEqual(fieldsOf(read.rubric), fields)) return rubric
  return text.write(withFields(read.rubric, fields), read.synonyms)
}

/** Other languages get no related words and no built-in negation words, which exist only for English. */
function drafted(text: RubricText, { prompt, answer }: Draft, { language }: PackReading): string {
  const english = isEnglish(language)
  const { rubric, synonyms } = draftRubric(
    { question: prompt, references: [answer], tell: english ? opposite : undefined },
    english ? text.thesaurus : undefined,
  )
  return text.write(rubric, english ? synonyms : usedSets(rubric, synonyms))
}

function offersAt(
  rubric: Rubric,
  prompt: string,
  answers: readonly GradedAnswer[],
  compile: (rubric: Rubric) => ReturnType<typeof compileAsPack>,
): Map<number, Offer[]> {
  const found = findOffers(rubric, prompt, answers, compile)
  return new Map(found.map(({ at, offers }) => [at, offers]))
}

function questionOf(
  { prompt, answer, topic, hint, explanation, difficulty, answers, sources }: Draft,
  rubric: Rubric,
): Question {
  return {
    ...{ id: '', topic, facts: [], kind: 'recall', asOf: '' },
    ...{ prompt, answer, hint, explanation, rubric },
    sources: readSources(sources).sources,
    difficulty: difficulties.find((one) => one === difficulty) ?? 'medium',
    examples: readSorted(answers).flatMap(({ text, label }) => (label ? [{ answer: text, verdict: label }] : [])),
  }
}
