import { QuizError } from '../../domain/errors.ts'
import type { Suggestion } from '../../ports/store/packs.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../players/recognise-asker.ts'

const mostWaiting = { ofPlayer: 5, ofWorkspace: 200 }

/** In characters, as in the form. */
export const longestSuggestion = { prompt: 300, answer: 1000 }

/** Throws `suggestion-empty`, `text-too-long`, and `suggestions-full` while too many are waiting. */
export async function suggestQuestion(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  { workspace, player }: Asker,
  typed: { prompt?: string; answer?: string },
): Promise<Suggestion> {
  const prompt = (typed.prompt ?? '').trim()
  const answer = (typed.answer ?? '').trim()
  if (prompt === '' || answer === '') throw new QuizError('suggestion-empty')
  checkLength('question', prompt, longestSuggestion.prompt)
  checkLength('answer', answer, longestSuggestion.answer)
  const added = await store.suggestions.add(
    { workspaceId: workspace.id, playerId: player.id, prompt, answer, suggestedAt: clock.now() },
    mostWaiting,
  )
  if (!added) throw new QuizError('suggestions-full')
  return added
}

function checkLength(field: string, { length }: string, most: number): void {
  if (length > most) throw new QuizError('text-too-long', { field, length, most })
}
