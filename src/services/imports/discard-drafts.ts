import { QuizError } from '../../domain/errors.ts'
import type { Visit } from '../../ports/desk/desk.ts'
import type { Deps } from '../deps.ts'
import { noteChange } from '../desk/note-change.ts'

/** Throws `import-gone` if it isn't there any more, or was never theirs. */
export async function discardDraft({ store }: Pick<Deps, 'store'>, { workspace }: Visit, id: number): Promise<void> {
  if (!(await store.imports.discard(workspace.id, id))) throw new QuizError('import-gone')
}

/** Takes away a file's report with the drafts that still wait. Throws `import-gone`. */
export async function removeImport(deps: Pick<Deps, 'store' | 'clock'>, visit: Visit, id: number): Promise<void> {
  await deps.store.transaction(async (tables) => {
    const removed = await tables.imports.remove(visit.workspace.id, id)
    if (!removed) throw new QuizError('import-gone')
    // With whose file it was, its name is found and erased if they ask to be forgotten.
    const about = { file: removed.name, sender: String(removed.playerId) }
    await noteChange({ ...deps, store: tables }, visit, 'import-removed', about)
  })
}
