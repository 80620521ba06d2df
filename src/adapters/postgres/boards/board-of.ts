import type { BoardQuery } from '../../../domain/standings.ts'
import { type SQL, sql } from '../sql/drizzle.ts'

/**
 * Whose standings a query is about, whenever the window starts. Each value is wrapped in a select, so that Postgres can't
 * tell a large board from a small one. If it could, it would plan each query separately, which takes longer than the query itself.
 */
export function boardOf({ workspaceId, window, by, teamScore }: Omit<BoardQuery, 'day'>): SQL {
  const kind = by === 'players' ? 'players' : `teams-${teamScore}`
  return sql`
    workspace_id = (select ${workspaceId}::bigint) and board_window = (select ${window}::board_window)
    and kind = (select ${kind}::board_kind)`
}
