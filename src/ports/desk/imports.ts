import type { ImportFormat } from '../../domain/packs/imported.ts'
import type { Import, ReportLine } from '../imports/imports.ts'
import type { Draft } from './studio.ts'

/** A file that a form sent. */
export type UploadedFile = { name: string; bytes: Uint8Array }

/** Without a format, the file itself has to tell it. `pack` is a name as typed, or empty. */
export type FileToTake = UploadedFile & { format?: ImportFormat; english: boolean; pack: string }

/** `waiting` has the drafts that wait, by the ids of their questions. */
export type ImportView = Import & { lines: readonly ReportLine[]; waiting: ReadonlyMap<string, number> }

/** `look` is what its author has to see to, `draft` what the studio begins with. */
export type DraftView = { id: number; importId: number; look: readonly string[]; draft: Draft }
