import type { Imports } from '../imports/imports.ts'
import type { Answers, Grades, Hints } from './answers.ts'
import type { Askers } from './askers.ts'
import type { Boards, Seasons } from './boards.ts'
import type { Changes } from './changes.ts'
import type { Channels } from './channels.ts'
import type { DeskSessions } from './desk-sessions.ts'
import type { Disputes } from './disputes.ts'
import type { Grading } from './grading.ts'
import type { Pauses, Progress, Reminders, Shares, Streaks } from './habits.ts'
import type { Items } from './items.ts'
import type { Overview } from './overview.ts'
import type { PackShares, Packs, Suggestions } from './packs.ts'
import type { Players } from './players.ts'
import type { Practice } from './practice.ts'
import type { Questions } from './questions.ts'
import type { Retention } from './retention.ts'
import type { Posting, Rounds } from './rounds.ts'
import type { Overlays, RulingResults, Rulings } from './rulings.ts'
import type { Sandboxes } from './sandboxes.ts'
import type { StoredSize } from './stored-size.ts'
import type { Teams } from './teams.ts'
import type { Tries } from './tries.ts'
import type { Weeks } from './weeks.ts'
import type { Workspaces } from './workspaces.ts'

export type Tables = {
  workspaces: Workspaces
  channels: Channels
  players: Players
  teams: Teams
  askers: Askers
  questions: Questions
  packs: Packs
  packShares: PackShares
  suggestions: Suggestions
  imports: Imports
  rounds: Rounds
  posting: Posting
  answers: Answers
  grades: Grades
  hints: Hints
  grading: Grading
  boards: Boards
  seasons: Seasons
  disputes: Disputes
  practice: Practice
  shares: Shares
  reminders: Reminders
  pauses: Pauses
  streaks: Streaks
  progress: Progress
  items: Items
  weeks: Weeks
  retention: Retention
  sandboxes: Sandboxes
  tries: Tries
  deskSessions: DeskSessions
  changes: Changes
  overview: Overview
  overlays: Overlays
  rulings: Rulings
  rulingResults: RulingResults
}

export type Store = Tables & {
  /** Runs `work` in one transaction. Rolls back and rethrows if it throws. */
  transaction<T>(work: (tables: Tables) => Promise<T>): Promise<T>
  /** Throws if the database doesn't respond or is read-only. */
  ping(): Promise<void>
  size(): Promise<StoredSize>
  close(): Promise<void>
}
