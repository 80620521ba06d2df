import type { BoardQuery, Standing } from '../../domain/standings.ts'

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
  /** Makes the rollups anew from the ledger. */
  rebuild(workspaceId: number): Promise<void>
  /** Rollup rows that do not agree with the ledger; none when all is well. */
  differences(workspaceId: number): Promise<string[]>
}
