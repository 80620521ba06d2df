import type { Drafts } from '../../domain/packs/draft-questions.ts'
import type { ImportFormat } from '../../domain/packs/imported.ts'

export type FileToRead = {
  name: string
  bytes: Uint8Array
  format: ImportFormat
  english: boolean
  /** What is asked already, see `DraftOptions`. */
  known: ReadonlyMap<string, string>
}

/**
 * Reads another program's file and drafts its questions, where it can't hurt: within limits of time and memory, whatever is
 * in the file. `refused` says why there is nothing to draft. Rejects if it was stopped from outside.
 */
export type ImportReader = (
  file: FileToRead,
  onProgress: (done: number, total: number) => void,
) => Promise<Drafts | { refused: string }>
