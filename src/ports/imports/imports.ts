import type { DraftedQuestion, DraftLine } from '../../domain/packs/draft-questions.ts'
import type { ImportFormat } from '../../domain/packs/imported.ts'

/** `waiting` until a worker has processed the file; `refused` if it couldn't be read. */
export type ImportState = 'waiting' | 'read' | 'refused'

/** A file with questions that an admin imported from another program. */
export type Import = {
  id: number
  workspaceId: number
  /** The file name; empty after the person who sent it asked to be forgotten. */
  name: string
  format: ImportFormat
  /** Whether the questions are in English, so that English related words can be used. */
  english: boolean
  /** The name of the pack for the drafts, which may not exist yet; empty if not specified. */
  pack: string
  state: ImportState
  /** Progress in questions; both are 0 until the total is known. */
  done: number
  total: number
  problem?: string
  askedAt: Date
  readAt?: Date
  /** How many drafts have been neither published nor discarded. */
  drafts: number
}

/** A line of the report. Consecutive lines with the same content are merged; `to` is the number of the last one. */
export type ReportLine = DraftLine & { to?: number }

/** A drafted question that hasn't been published or discarded. */
export type ImportedDraft = DraftedQuestion & { id: number; importId: number }

export type ReadResult =
  | { state: 'read'; drafts: readonly DraftedQuestion[]; lines: readonly ReportLine[] }
  | { state: 'refused'; problem: string }

/** Methods with a `workspaceId` find only the data of that workspace. */
export type Imports = {
  /**
   * Stores a file. Returns `busy` if another file is waiting, or `full` if the workspace already has `most` files;
   * nothing is stored then.
   */
  add(
    file: Pick<Import, 'workspaceId' | 'name' | 'format' | 'english' | 'pack' | 'askedAt'> & {
      playerId: number
      bytes: Uint8Array
    },
    most: number,
  ): Promise<number | 'busy' | 'full'>
  /** Newest first. */
  list(workspaceId: number): Promise<Import[]>
  find(workspaceId: number, id: number): Promise<(Import & { lines: readonly ReportLine[] }) | undefined>
  /** Returns a waiting file, for the worker. Each call counts as an attempt to read it. */
  begin(id: number): Promise<{ file: Import; bytes: Uint8Array; attempt: number } | undefined>
  advance(id: number, done: number, total: number): Promise<void>
  /** Stores the result and deletes the file's bytes. Returns false if the file isn't waiting anymore. */
  finish(id: number, at: Date, result: ReadResult): Promise<boolean>
  /** The drafts of one import by line, or all drafts, oldest first. */
  drafts(workspaceId: number, importId?: number): Promise<ImportedDraft[]>
  draft(workspaceId: number, id: number): Promise<ImportedDraft | undefined>
  replace(workspaceId: number, draftId: number, by: Pick<ImportedDraft, 'question' | 'synonyms'>): Promise<boolean>
  discard(workspaceId: number, draftId: number): Promise<boolean>
  /** Deletes drafts that have this prompt. */
  settle(workspaceId: number, prompt: string): Promise<void>
  /** Deletes an import with its drafts. Returns undefined if it didn't exist. */
  remove(workspaceId: number, id: number): Promise<{ name: string; playerId: number } | undefined>
  /** Imports from before `before` that are still waiting; ids above `after`, ascending. */
  unread(page: { before: Date; after: number; limit: number }): Promise<{ id: number; workspaceId: number }[]>
}
