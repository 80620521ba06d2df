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

/** The dependencies of services. Each service takes only the ones that it uses. */
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
   * Grades an answer and saves grade, points and standings in one transaction. Idempotent: saving checks the row's
   * state. Also grades an earlier attempt that is still waiting, because the later one's points depend on it.
   */
  gradeAnswer: (answerId: number) => Promise<void>
  /** A keyed hash that recognizes a person who asked to be forgotten without identifying them. */
  fingerprint: (player: Place) => string
  painter: Painter
  readImport: ImportReader
  holidays: HolidayCalendar
  /** After how many months the texts of answers are erased. */
  retentionMonths: number
  log: Log
}

/** Messages are static and have separate fields. Never log the text of an answer or a secret. */
export type Log = {
  info(fields: Record<string, unknown>, message: string): void
  warn(fields: Record<string, unknown>, message: string): void
  error(fields: Record<string, unknown>, message: string): void
}
