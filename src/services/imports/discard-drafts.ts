import { QuizError } from '../../domain/errors.ts'
import type { Visit } from '../../ports/desk/desk.ts'
import type { Deps } from '../deps.ts'
import { noteChange } from '../desk/note-change.ts'

/** Throws `import-gone` if the workspace has no such draft. */
export async function discardDraft({ store }: Pick<Deps, 'store'>, { workspace }: Visit, id: number): Promise<void> {
  if (!(await store.imports.discard(workspace.id, id))) throw new QuizError('import-gone')
}

/** Deletes a file's report with its remaining drafts. Throws `import-gone`. */
export async function removeImport(deps: Pick<Deps, 'store' | 'clock'>, visit: Visit, id: number): Promise<void> {
  await deps.store.transaction(async (tables) => {
    await tables.workspaces.hold([visit.workspace.id])
    const removed = await tables.imports.remove(visit.workspace.id, id)
    if (!removed) throw new QuizError('import-gone')
    // The sender's id lets the file name be erased from the change record if they ask to be forgotten.
    const about = { file: removed.name, sender: String(removed.playerId) }
    await noteChange({ ...deps, store: tables }, visit, 'import-removed', about)
  })
}
