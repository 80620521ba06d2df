import { findProblems } from '../../domain/packs/find-problems.ts'
import { isReady, readSorted, tryAnswers } from '../../domain/packs/sorted-answers.ts'
import { difficulties, type Question } from '../../domain/question.ts'
import type { Rubric, Synonyms } from '../../domain/rubric/rubric.ts'
import { draftRubric } from '../../domain/rubric-draft/draft-rubric.ts'
import type { Thesaurus } from '../../domain/rubric-draft/thesaurus.ts'
import type { Draft, Tried } from '../../ports/desk/studio.ts'

/** Reads rubrics from text: errors become lines for the author. */
export type RubricText = {
  read(text: string): { rubric: Rubric; synonyms: Synonyms } | { problems: string[] }
  write(rubric: Rubric, synonyms: Synonyms): string
  thesaurus: Thesaurus | undefined
}

export type ReadDraft = { question: Question; synonyms: Synonyms }

/** Tries a draft of a workspace. Throws `studio-busy`, or `draft-too-slow`. */
export type TryDraft = (workspaceId: number, draft: Draft) => Promise<TriedDraft>

/** `read` is there if the rubric could be read. */
export type TriedDraft = Tried & { read?: ReadDraft }

/** Drafts the rubric if there is none, and grades the answers with it. */
export function tryDraft(text: RubricText, draft: Draft): TriedDraft {
  const rubric = draft.rubric.trim() === '' ? drafted(text, draft) : draft.rubric
  const read = text.read(rubric)
  if ('problems' in read) return { rubric, problems: read.problems, answers: [], ready: false }
  const question = questionOf(draft, read.rubric)
  const answers = tryAnswers(read.rubric, { prompt: draft.prompt, synonyms: read.synonyms }, readSorted(draft.answers))
  const problems = findProblems(question, read.synonyms)
  const ready = problems.length === 0 && isReady(answers)
  return { rubric, problems, answers, ready, read: { question, synonyms: read.synonyms } }
}

function drafted(text: RubricText, { prompt, answer }: Draft): string {
  const { rubric, synonyms } = draftRubric({ question: prompt, references: [answer] }, text.thesaurus)
  return text.write(rubric, synonyms)
}

function questionOf(
  { prompt, answer, topic, hint, explanation, difficulty, answers }: Draft,
  rubric: Rubric,
): Question {
  return {
    ...{ id: '', topic, facts: [], kind: 'recall', sources: [], asOf: '' },
    ...{ prompt, answer, hint, explanation, rubric },
    difficulty: difficulties.find((one) => one === difficulty) ?? 'medium',
    examples: readSorted(answers).flatMap(({ text, label }) => (label ? [{ answer: text, verdict: label }] : [])),
  }
}
