import { QuizError } from '../../domain/errors.ts'
import type { Suggestion } from '../../ports/store/packs.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../players/recognise-asker.ts'

const mostWaiting = { ofPlayer: 5, ofWorkspace: 200 }

/** In characters, as in the form. */
export const longestSuggestion = { prompt: 300, answer: 1000 }

/** Throws `suggestion-empty`, and `suggestions-full` while too many are waiting. */
export async function suggestQuestion(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  { workspace, player }: Asker,
  typed: { prompt?: string; answer?: string },
): Promise<Suggestion> {
  const prompt = (typed.prompt ?? '').trim().slice(0, longestSuggestion.prompt)
  const answer = (typed.answer ?? '').trim().slice(0, longestSuggestion.answer)
  if (prompt === '' || answer === '') throw new QuizError('suggestion-empty')
  const added = await store.suggestions.add(
    { workspaceId: workspace.id, playerId: player.id, prompt, answer, suggestedAt: clock.now() },
    mostWaiting,
  )
  if (!added) throw new QuizError('suggestions-full')
  return added
}
