import type { Season, SeasonLength } from '../../domain/boards/season.ts'
import type { BoardQuery, BoardSubject, Standing } from '../../domain/standings.ts'

/** One change of points. The ledger is append-only. */
export type LedgerEntry = {
  /** Unique: one entry per grade. */
  gradeId: number
  workspaceId: number
  playerId: number
  teamId?: number
  roundId: number
  points: number
  /** Local date in the workspace's zone, `2026-01-31`. */
  day: string
}

export type Boards = {
  /** Adds to the ledger and updates the rollups, both in the caller's transaction. */
  award(entry: LedgerEntry): Promise<void>
  /** Best first. Ties share a rank. `movement` compares with the previous period. */
  top(query: BoardQuery, limit: number): Promise<Standing[]>
  /** The standing of one player or team, at any rank. */
  place(query: BoardQuery, subjectId: number): Promise<Standing | undefined>
  /** The points of each of these players or teams in the weeks that begin on these days, in the same order. */
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

export type StoredSeason = Season & {
  id: number
  workspaceId: number
  /** When its winners are recorded and posted, after its last day. */
  closesAt: Date
  closedAt?: Date
}

/** A place in the hall of fame. Ties share a rank. */
export type SeasonPlace = { by: BoardSubject; subjectId: number; rank: number; points: number }

export type PastSeason = Season & {
  /** Best first. The name is empty if the person was forgotten. */
  places: (SeasonPlace & { name: string })[]
}

export type Seasons = {
  /**
   * Creates a season, unique by workspace, length and first day. If it exists and isn't over, only its `closesAt` is
   * updated.
   */
  begin(season: Omit<StoredSeason, 'id' | 'closedAt'>): Promise<void>
  find(id: number): Promise<StoredSeason | undefined>
  /** The workspace's seasons that are not closed, oldest first. */
  unclosed(workspaceId: number): Promise<StoredSeason[]>
  /** Deletes a season that ends early. */
  drop(id: number): Promise<void>
  /** Seasons whose `closesAt` has passed at `now`, in pages by id. */
  due(now: Date, page: { after: number; limit: number }): Promise<{ id: number; workspaceId: number }[]>
  /** Records the winners once, all or nothing. Returns false if the season was already closed. */
  close(id: number, at: Date, places: readonly SeasonPlace[]): Promise<boolean>
  /** The most recent seasons of a length that have a winner, newest first. */
  past(workspaceId: number, length: SeasonLength, limit: number): Promise<PastSeason[]>
}
