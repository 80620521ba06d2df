import { QuizError } from '../../domain/errors.ts'
import { fileName, formatOf } from '../../domain/packs/imported.ts'
import { readPackName } from '../../domain/packs/own-questions.ts'
import type { Visit } from '../../ports/desk/desk.ts'
import type { FileToTake } from '../../ports/desk/imports.ts'
import type { Deps } from '../deps.ts'
import { noteChange } from '../desk/note-change.ts'
import { enqueue } from '../enqueue.ts'

export const mostImports = 20

/** How many bytes of a file are read to detect its format. */
const startBytes = 20_000

/**
 * Stores a file from another program for the worker to read. Throws `import-empty`, `import-format` if the format is
 * neither given nor detected, `pack-name-bad`, `import-waits` while another file is being read, and `imports-full`.
 */
export async function takeImport(
  deps: Pick<Deps, 'store' | 'queue' | 'clock' | 'log'>,
  visit: Pick<Visit, 'workspace' | 'player'>,
  { name: sent, bytes, format, english, pack: typed }: FileToTake,
): Promise<number> {
  if (bytes.length === 0) throw new QuizError('import-empty')
  const name = fileName(sent)
  const written = format ?? formatOf(name, new TextDecoder('latin1').decode(bytes.subarray(0, startBytes)))
  if (written === undefined) throw new QuizError('import-format')
  const pack = typed.trim() === '' ? '' : readPackName(typed)
  if (pack === undefined) throw new QuizError('pack-name-bad', { typed })
  const workspaceId = visit.workspace.id
  const id = await deps.store.transaction(async (tables) => {
    const added = await tables.imports.add(
      {
        workspaceId,
        playerId: visit.player.id,
        name,
        format: written,
        english,
        pack,
        bytes,
        askedAt: deps.clock.now(),
      },
      mostImports,
    )
    if (added === 'busy') throw new QuizError('import-waits')
    if (added === 'full') throw new QuizError('imports-full', { most: mostImports })
    await noteChange({ ...deps, store: tables }, visit, 'imported', { file: name })
    return added
  })
  await enqueue(deps, { name: 'read-import', importId: id }, { workspaceId })
  return id
}
