import type { Import, ReportLine } from '../imports/imports.ts'
import type { Draft } from './studio.ts'

/** A file that a form sent. */
export type UploadedFile = { name: string; bytes: Uint8Array }

/** `waiting` has the drafts that wait, by the ids of their questions. */
export type ImportView = Import & { lines: readonly ReportLine[]; waiting: ReadonlyMap<string, number> }

/** `look` is what its author has to see to, `draft` what the studio begins with. */
export type DraftView = { id: number; importId: number; look: readonly string[]; draft: Draft }
