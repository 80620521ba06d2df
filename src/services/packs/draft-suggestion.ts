import { draftQuestions } from '../../domain/packs/draft-questions.ts'
import type { Question } from '../../domain/question.ts'
import type { Synonyms } from '../../domain/rubric/rubric.ts'

export type WriteDraft = (question: Question, synonyms: Synonyms) => string

export type Suggested = { prompt: string; answer: string }

/** Drafts for a workspace how a suggestion would be graded. Throws `studio-busy`. */
export type Drafter = (workspaceId: number, suggestion: Suggested) => Promise<string | undefined>

/** A question file with a drafted rubric, to continue from. */
export function draftSuggestion({ prompt, answer }: Suggested, write: WriteDraft): string | undefined {
  const file = { read: [{ line: 1, prompt, right: [answer], wrong: [] }], skipped: [] }
  const [drafted] = draftQuestions(file, 'suggested').drafts
  return drafted && write(drafted.question, drafted.synonyms)
}
