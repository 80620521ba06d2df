import { draftQuestions } from '../../domain/packs/draft-questions.ts'
import type { Question } from '../../domain/question.ts'
import type { Synonyms } from '../../domain/rubric/rubric.ts'
import type { Visit } from '../../ports/desk/desk.ts'
import type { ShownSuggestion, SuggestionsView } from '../../ports/desk/suggestions.ts'
import type { Suggestion } from '../../ports/store/packs.ts'
import type { Deps } from '../deps.ts'

const shown = 50

export type WriteDraft = (question: Question, synonyms: Synonyms) => string

/** Suggestions waiting for a decision, and the last accepted ones, each with a draft to continue from. */
export async function viewSuggestions(
  { store }: Pick<Deps, 'store'>,
  { workspace }: Visit,
  write: WriteDraft,
): Promise<SuggestionsView> {
  const [waiting, taken] = await Promise.all([
    store.suggestions.list(workspace.id, 'waiting', shown),
    store.suggestions.list(workspace.id, 'taken', shown),
  ])
  return { waiting, taken: taken.map((one) => withDraft(one, write)) }
}

function withDraft(one: Suggestion & { author: string }, write: WriteDraft): ShownSuggestion {
  const { prompt, answer } = one
  const file = { read: [{ line: 1, prompt, right: [answer], wrong: [] }], skipped: [] }
  const { questions, synonyms } = draftQuestions(file, 'suggested')
  const [question] = questions
  return question ? { ...one, draft: write(question, synonyms) } : one
}
