import type { Place } from '../domain/place.ts'
import type { Chat } from '../ports/chat.ts'
import type { Clock } from '../ports/clock.ts'
import type { HolidayCalendar } from '../ports/holiday-calendar.ts'
import type { Painter } from '../ports/painter.ts'
import type { Queue } from '../ports/queue.ts'
import type { Rights } from '../ports/rights.ts'
import type { Store } from '../ports/store/store.ts'
import type { Bank } from './bank.ts'
import type { Links } from './links.ts'
import type { KeepPace } from './players/keep-pace.ts'

/** What services are handed; each takes only what it uses. */
export type Deps = {
  store: Store
  queue: Queue
  chat: Chat
  rights: Rights
  clock: Clock
  bank: Bank
  links: Links
  keepPace: KeepPace
  /**
   * Grades an answer and saves grade, points and standings in one transaction. Running twice grades once: saving looks at
   * the row's state. An earlier attempt that still waits is graded with it, because the later one's points rest on it.
   */
  gradeAnswer: (answerId: number) => Promise<void>
  /** Recognizes a person who asked to be forgotten, without knowing who they are. */
  fingerprint: (player: Place) => string
  painter: Painter
  holidays: HolidayCalendar
  /** After how many months texts of answers are erased. */
  retentionMonths: number
  log: Log
}

/** Static messages with fields beside them; never an answer's text and never a secret. */
export type Log = {
  info(fields: Record<string, unknown>, message: string): void
  warn(fields: Record<string, unknown>, message: string): void
  error(fields: Record<string, unknown>, message: string): void
}
