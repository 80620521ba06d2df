import { QuizError } from '../../domain/errors.ts'
import type { Visit } from '../../ports/desk/desk.ts'
import type { SuggestionDecision } from '../../ports/desk/suggestions.ts'
import type { Deps } from '../deps.ts'
import { noteChange } from '../desk/note-change.ts'
import { enqueue } from '../enqueue.ts'

/** Accepts or declines a suggestion and notifies the author. Throws `suggestion-decided` if it is already decided. */
export async function decideSuggestion(
  deps: Pick<Deps, 'store' | 'queue' | 'clock' | 'log'>,
  visit: Visit,
  { id, state, note }: SuggestionDecision,
): Promise<void> {
  const workspaceId = visit.workspace.id
  const text = note.trim()
  await deps.store.transaction(async (tables) => {
    await tables.workspaces.hold([workspaceId])
    const decided = await tables.suggestions.decide(workspaceId, id, {
      state,
      decidedAt: deps.clock.now(),
      ...(text === '' ? {} : { note: text }),
    })
    if (!decided) throw new QuizError('suggestion-decided')
    // The id lets the prompt be erased from the change record if the author asks to be forgotten.
    const about = { state, prompt: decided.prompt, suggestion: String(id) }
    await noteChange({ ...deps, store: tables }, visit, 'suggestion', about)
  })
  await enqueue(deps, { name: 'tell-suggestion', suggestionId: id }, { workspaceId })
}
