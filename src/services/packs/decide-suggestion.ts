import { QuizError } from '../../domain/errors.ts'
import type { Visit } from '../../ports/desk/desk.ts'
import type { SuggestionDecision } from '../../ports/desk/suggestions.ts'
import type { Deps } from '../deps.ts'
import { noteChange } from '../desk/note-change.ts'
import { enqueue } from '../enqueue.ts'

/**
 * An admin accepts or declines a suggestion; the author is told. Throws `suggestion-decided` if it isn't waiting any
 * more.
 */
export async function decideSuggestion(
  deps: Pick<Deps, 'store' | 'queue' | 'clock' | 'log'>,
  visit: Visit,
  { id, state, note }: SuggestionDecision,
): Promise<void> {
  const workspaceId = visit.workspace.id
  const text = note.trim()
  await deps.store.transaction(async (tables) => {
    const decided = await tables.suggestions.decide(workspaceId, id, {
      state,
      decidedAt: deps.clock.now(),
      ...(text === '' ? {} : { note: text }),
    })
    if (!decided) throw new QuizError('suggestion-decided')
    // By its id, the prompt is found and erased if the author asks to be forgotten.
    const about = { state, prompt: decided.prompt, suggestion: String(id) }
    await noteChange({ ...deps, store: tables }, visit, 'suggestion', about)
  })
  await enqueue(deps, { name: 'tell-suggestion', suggestionId: id }, { workspaceId })
}
