import type { Season, SeasonLength } from '../../domain/boards/season.ts'
import type { BoardQuery, BoardSubject, Standing } from '../../domain/standings.ts'

/** One movement of points: the ledger is only ever added to. */
export type LedgerEntry = {
  /** One entry a grade. */
  gradeId: number
  workspaceId: number
  playerId: number
  /** The team they are earned for; stays when the player moves on. */
  teamId?: number
  roundId: number
  points: number
  /** Local date in the workspace's zone, `2026-01-31`. */
  day: string
}

export type Boards = {
  /** Adds to the ledger and moves the rollups, both in the transaction of the caller. */
  award(entry: LedgerEntry): Promise<void>
  /** Best first; ties share a rank; movement against the window before. */
  top(query: BoardQuery, limit: number): Promise<Standing[]>
  /** The place of one player or team, also far below the top. */
  place(query: BoardQuery, subjectId: number): Promise<Standing | undefined>
  /** What each of these players or teams had in the weeks that begin on these days, in their order. */
  weeklyPoints(
    query: Omit<BoardQuery, 'window' | 'day'>,
    subjectIds: readonly number[],
    weeks: readonly string[],
  ): Promise<number[][]>
  /** Makes the rollups anew from the ledger. */
  rebuild(workspaceId: number): Promise<void>
  /** Rollup rows that do not agree with the ledger; none when all is well. */
  differences(workspaceId: number): Promise<string[]>
}

/** A season of a workspace, being played or over. */
export type StoredSeason = Season & {
  id: number
  workspaceId: number
  /** When its places of honor are given and posted: after its last day. */
  closesAt: Date
  /** Since when they are given. */
  closedAt?: Date
}

/** A place of honor. Ties share one. */
export type SeasonPlace = { by: BoardSubject; subjectId: number; rank: number; points: number }

export type PastSeason = Season & {
  /** Best first. Who was forgotten has an empty name. */
  places: (SeasonPlace & { name: string })[]
}

export type Seasons = {
  /** One a workspace, length and first day. One that is there and not over closes at `closesAt` from now on. */
  begin(season: Omit<StoredSeason, 'id' | 'closedAt'>): Promise<void>
  find(id: number): Promise<StoredSeason | undefined>
  /** Those of a workspace that are not closed, oldest first. */
  unclosed(workspaceId: number): Promise<StoredSeason[]>
  /** A season that is not played to its end leaves nothing behind. */
  drop(id: number): Promise<void>
  /** Those to be closed at `now`, in pages by id. */
  due(now: Date, page: { after: number; limit: number }): Promise<{ id: number; workspaceId: number }[]>
  /** Gives the places of honor, once; all of it or nothing. False if it was closed before. */
  close(id: number, at: Date, places: readonly SeasonPlace[]): Promise<boolean>
  /** The last seasons of a length that somebody has won, newest first. */
  past(workspaceId: number, length: SeasonLength, limit: number): Promise<PastSeason[]>
}
