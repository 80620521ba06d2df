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
    const found = await tables.imports.find(visit.workspace.id, id)
    if (!found || !(await tables.imports.remove(visit.workspace.id, id))) throw new QuizError('import-gone')
    await noteChange({ ...deps, store: tables }, visit, 'import-removed', { file: found.name })
  })
}
