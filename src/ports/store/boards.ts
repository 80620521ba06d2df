import type { Season, SeasonLength } from '../../domain/boards/season.ts'
import type { BoardQuery, BoardSubject, Standing } from '../../domain/standings.ts'

/** One change of points: the ledger is append-only. */
export type LedgerEntry = {
  /** One entry per grade. */
  gradeId: number
  workspaceId: number
  playerId: number
  /** The team they are earned for; stays if the player changes teams. */
  teamId?: number
  roundId: number
  points: number
  /** Local date in the workspace's zone, `2026-01-31`. */
  day: string
}

export type Boards = {
  /** Adds to the ledger and updates the rollups, both in the caller's transaction. */
  award(entry: LedgerEntry): Promise<void>
  /** Best first; ties share a rank; movement against the window before. */
  top(query: BoardQuery, limit: number): Promise<Standing[]>
  /** The place of one player or team, even far below the top. */
  place(query: BoardQuery, subjectId: number): Promise<Standing | undefined>
  /** The points of each of these players or teams in the weeks that begin on these days, in that order. */
  weeklyPoints(
    query: Omit<BoardQuery, 'window' | 'day'>,
    subjectIds: readonly number[],
    weeks: readonly string[],
  ): Promise<number[][]>
  /** Rebuilds the rollups from the ledger. */
  rebuild(workspaceId: number): Promise<void>
  /** Rollup rows that don't match the ledger; empty if all is well. */
  differences(workspaceId: number): Promise<string[]>
}

/** A season of a workspace, current or over. */
export type StoredSeason = Season & {
  id: number
  workspaceId: number
  /** When its winners are recorded and posted: after its last day. */
  closesAt: Date
  /** When they were recorded. */
  closedAt?: Date
}

/** A place in the hall of fame. Ties share one. */
export type SeasonPlace = { by: BoardSubject; subjectId: number; rank: number; points: number }

export type PastSeason = Season & {
  /** Best first. Somebody who was forgotten has an empty name. */
  places: (SeasonPlace & { name: string })[]
}

export type Seasons = {
  /** One per workspace, length and first day. If it exists and isn't over, it closes at `closesAt` from now on. */
  begin(season: Omit<StoredSeason, 'id' | 'closedAt'>): Promise<void>
  find(id: number): Promise<StoredSeason | undefined>
  /** Those of a workspace that are not closed, oldest first. */
  unclosed(workspaceId: number): Promise<StoredSeason[]>
  /** A season that is not played to its end leaves nothing behind. */
  drop(id: number): Promise<void>
  /** Those due to close at `now`, in pages by id. */
  due(now: Date, page: { after: number; limit: number }): Promise<{ id: number; workspaceId: number }[]>
  /** Records the winners, once, all or nothing. False if it was closed before. */
  close(id: number, at: Date, places: readonly SeasonPlace[]): Promise<boolean>
  /** The last seasons of a length with a winner, newest first. */
  past(workspaceId: number, length: SeasonLength, limit: number): Promise<PastSeason[]>
}
