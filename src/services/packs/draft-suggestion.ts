import { draftQuestions } from '../../domain/packs/draft-questions.ts'
import type { Question } from '../../domain/question.ts'
import type { Synonyms } from '../../domain/rubric/rubric.ts'
import { opposite } from '../../messages/desk/studio.ts'

export type WriteDraft = (question: Question, synonyms: Synonyms) => string

export type Suggested = { prompt: string; answer: string }

/** Drafts a rubric for a suggestion. Throws `studio-busy`. */
export type Drafter = (workspaceId: number, suggestion: Suggested) => Promise<string | undefined>

export function draftSuggestion({ prompt, answer }: Suggested, write: WriteDraft): string | undefined {
  const file = { read: [{ line: 1, prompt, right: [answer], wrong: [] }], skipped: [] }
  const [drafted] = draftQuestions(file, 'suggested', { tell: opposite }).drafts
  return drafted && write(drafted.question, drafted.synonyms)
}
