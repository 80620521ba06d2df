import type { Place } from '../domain/place.ts'
import type { Chat } from '../ports/chat.ts'
import type { Clock } from '../ports/clock.ts'
import type { HolidayCalendar } from '../ports/holiday-calendar.ts'
import type { ImportReader } from '../ports/imports/import-reader.ts'
import type { Painter } from '../ports/painter.ts'
import type { Queue } from '../ports/queue.ts'
import type { Rights } from '../ports/rights.ts'
import type { Store } from '../ports/store/store.ts'
import type { Archive } from './archive/archive.ts'
import type { Bank } from './bank.ts'
import type { Links } from './links.ts'
import type { KeepPace } from './players/keep-pace.ts'

/** The dependencies of services; each takes only what it uses. */
export type Deps = {
  store: Store
  queue: Queue
  chat: Chat
  rights: Rights
  clock: Clock
  bank: Bank
  archive: Archive
  links: Links
  keepPace: KeepPace
  /**
   * Grades an answer and saves grade, points and standings in one transaction. Running twice grades once: saving checks
   * the row's state. An earlier attempt that is still waiting is graded with it, because the later one's points depend
   * on it.
   */
  gradeAnswer: (answerId: number) => Promise<void>
  /** Recognizes a person who asked to be forgotten, without knowing who they are. */
  fingerprint: (player: Place) => string
  painter: Painter
  readImport: ImportReader
  holidays: HolidayCalendar
  /** After how many months the texts of answers are erased. */
  retentionMonths: number
  log: Log
}

/** Static messages with separate fields; never the text of an answer and never a secret. */
export type Log = {
  info(fields: Record<string, unknown>, message: string): void
  warn(fields: Record<string, unknown>, message: string): void
  error(fields: Record<string, unknown>, message: string): void
}
