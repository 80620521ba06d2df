import { ChatError, QuizError } from '../../domain/errors.ts'
import { type ImportFormat, largestFile } from '../../domain/packs/imported.ts'
import type { SentFile } from '../../ports/chat-event.ts'
import type { UploadedFile } from '../../ports/desk/imports.ts'
import type { Deps } from '../deps.ts'
import { packReading } from '../packs/pack-reading.ts'
import type { Asker } from '../players/recognise-asker.ts'
import { mostImports, takeImport } from './take-import.ts'

/** A file that an admin attached to a form in chat, and the id of its import. */
type Taken = { id: number; name: string }

/**
 * Downloads the file and imports it as the desk does. An existing pack's language applies. Throws the errors of
 * `takeImport`, and `file-too-large`, `file-hidden` and `file-away`.
 */
export async function takeSentFile(
  deps: Pick<Deps, 'store' | 'queue' | 'clock' | 'log'>,
  asker: Asker,
  { format, pack }: { format?: ImportFormat; pack: string },
): Promise<Taken> {
  const [sent] = asker.origin.files ?? []
  if (!sent) throw new QuizError('import-empty')
  // Checked before downloading, because the file can have ten megabytes.
  const known = await deps.store.imports.list(asker.workspace.id)
  if (known.some(({ state }) => state === 'waiting')) throw new QuizError('import-waits')
  if (known.length >= mostImports) throw new QuizError('imports-full', { most: mostImports })
  const { language } = await packReading(deps, asker.workspace.id, pack)
  const file = await fetched(deps, sent)
  const id = await takeImport(deps, asker, {
    ...file,
    ...(format === undefined ? {} : { format }),
    english: language === 'en',
    pack,
  })
  return { id, name: file.name }
}

async function fetched({ log }: Pick<Deps, 'log'>, sent: SentFile): Promise<UploadedFile> {
  const file = await sent.read(largestFile).catch((error: unknown) => {
    if (!(error instanceof ChatError)) throw error
    log.warn({ err: error, meaning: error.meaning }, 'a file could not be fetched')
    throw new QuizError(error.meaning === 'rights-missing' ? 'file-hidden' : 'file-away')
  })
  if (file === 'too-large') throw new QuizError('file-too-large', { most: largestFile / 1_000_000 })
  return file
}
