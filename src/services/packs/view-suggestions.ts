import { QuizError } from '../../domain/errors.ts'
import type { Visit } from '../../ports/desk/desk.ts'
import type { ShownSuggestion, SuggestionsView } from '../../ports/desk/suggestions.ts'
import type { Suggestion } from '../../ports/store/packs.ts'
import type { Deps } from '../deps.ts'
import type { Drafter } from './draft-suggestion.ts'

const shown = 50
/** Only the newest suggestions get a draft here. The studio drafts the others when they are opened. */
const drafted = 5

/** Pending suggestions and the most recently accepted ones, newest first. The newest have a draft. */
export async function viewSuggestions(
  { store }: Pick<Deps, 'store'>,
  { workspace }: Visit,
  draft: Drafter,
): Promise<SuggestionsView> {
  const [waiting, taken] = await Promise.all([
    store.suggestions.list(workspace.id, 'waiting', shown),
    store.suggestions.list(workspace.id, 'taken', shown),
  ])
  const shownTaken: ShownSuggestion[] = []
  for (const [at, one] of taken.entries()) {
    const text = at < drafted ? await draftUnlessBusy(workspace.id, one, draft) : undefined
    shownTaken.push(text === undefined ? one : { ...one, draft: text })
  }
  return { waiting, taken: shownTaken }
}

/** The draft is optional, so a busy drafter isn't an error. */
async function draftUnlessBusy(
  workspaceId: number,
  { prompt, answer }: Suggestion,
  draft: Drafter,
): Promise<string | undefined> {
  try {
    return await draft(workspaceId, { prompt, answer })
  } catch (error) {
    if (!(error instanceof QuizError)) throw error
    return undefined
  }
}
