import type { Drafts } from '../../domain/packs/draft-questions.ts'
import type { ImportFormat } from '../../domain/packs/imported.ts'

export type FileToRead = {
  name: string
  bytes: Uint8Array
  format: ImportFormat
  english: boolean
  /** Prompts of existing questions, see `DraftOptions`. */
  known: ReadonlyMap<string, string>
}

/**
 * Reads a file from another program and drafts its questions in isolation, with limits on time and memory. `refused`
 * contains the reason. Rejects if it was stopped by the caller.
 */
export type ImportReader = (
  file: FileToRead,
  onProgress: (done: number, total: number) => void,
) => Promise<Drafts | { refused: string }>
