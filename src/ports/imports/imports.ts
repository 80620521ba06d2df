import type { DraftedQuestion, DraftLine } from '../../domain/packs/draft-questions.ts'
import type { ImportFormat } from '../../domain/packs/imported.ts'

/** `waiting` until a worker has read it; then it was read, or could not be read at all. */
export type ImportState = 'waiting' | 'read' | 'refused'

/** A file with questions that an admin brought from another program. */
export type Import = {
  id: number
  workspaceId: number
  /** What the file is called; empty once the person who brought it asked to be forgotten. */
  name: string
  format: ImportFormat
  /** Whether its questions are in English, whose related words may be known. */
  english: boolean
  /** The pack that its drafts are meant for, which may not exist yet; empty if nobody said. */
  pack: string
  state: ImportState
  /** How many of its questions were looked at, of how many; both 0 before that is known. */
  done: number
  total: number
  /** Why it was refused. */
  problem?: string
  askedAt: Date
  readAt?: Date
  /** How many of its drafts still wait. */
  drafts: number
}

/** A line of the report, or several that say the same one after the other, up to `to`. */
export type ReportLine = DraftLine & { to?: number }

/** A drafted question that waits for somebody to try and publish it. */
export type ImportedDraft = DraftedQuestion & { id: number; importId: number }

export type ReadResult =
  | { state: 'read'; drafts: readonly DraftedQuestion[]; lines: readonly ReportLine[] }
  | { state: 'refused'; problem: string }

/** Each look-up by a person names the workspace: what belongs to another one is not found. */
export type Imports = {
  /** Takes a file in. Nothing is stored, and `busy` or `full` given, while another one waits or `most` are there. */
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
  /** A file that waits, for the worker; each call counts as an attempt to read it. */
  begin(id: number): Promise<{ file: Import; bytes: Uint8Array; attempt: number } | undefined>
  advance(id: number, done: number, total: number): Promise<void>
  /** Stores what came of it and lets go of the file's bytes; false if it doesn't wait any more. */
  finish(id: number, at: Date, result: ReadResult): Promise<boolean>
  /** Of one import by their lines, or of all, oldest first. */
  drafts(workspaceId: number, importId?: number): Promise<ImportedDraft[]>
  draft(workspaceId: number, id: number): Promise<ImportedDraft | undefined>
  /** Replaces a draft, keeping its id and line. Returns whether the draft existed. */
  replace(workspaceId: number, draftId: number, by: Pick<ImportedDraft, 'question' | 'synonyms'>): Promise<boolean>
  /** Gives whether it was there. */
  discard(workspaceId: number, draftId: number): Promise<boolean>
  /** Drafts that ask this are no drafts any more. */
  settle(workspaceId: number, prompt: string): Promise<void>
  /** With its drafts. Gives its name and who brought it, if it was there. */
  remove(workspaceId: number, id: number): Promise<{ name: string; playerId: number } | undefined>
  /** Taken in before `before` and not read; from the id behind `after`, in their order. */
  unread(page: { before: Date; after: number; limit: number }): Promise<{ id: number; workspaceId: number }[]>
}
