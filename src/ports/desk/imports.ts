import type { ImportFormat } from '../../domain/packs/imported.ts'
import type { Import, ReportLine } from '../imports/imports.ts'
import type { Draft } from './studio.ts'

export type UploadedFile = { name: string; bytes: Uint8Array }

/** If there is no `format`, it is detected from the file's content. `pack` is a name as typed, or empty. */
export type FileToTake = UploadedFile & { format?: ImportFormat; english: boolean; pack: string }

/** `waiting` maps question ids to the ids of drafts that haven't been published or discarded. */
export type ImportView = Import & { lines: readonly ReportLine[]; waiting: ReadonlyMap<string, number> }

/** `look` lists what the author has to check. `draft` is the studio's initial content. */
export type DraftView = { id: number; importId: number; look: readonly string[]; draft: Draft }
