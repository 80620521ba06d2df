import type { BoardQuery } from '../../../domain/standings.ts'
import { type SQL, sql } from '../sql/drizzle.ts'

/**
 * Selects the standings that a query is about, regardless of the start of the window. Each value is wrapped in a
 * select, so that Postgres plans the statement once for boards of any size. Otherwise it would plan each query, which
 * takes longer than the query.
 */
export function boardOf({ workspaceId, window, by, teamScore }: Omit<BoardQuery, 'day'>): SQL {
  const kind = by === 'players' ? 'players' : `teams-${teamScore}`
  return sql`
    workspace_id = (select ${workspaceId}::bigint) and board_window = (select ${window}::board_window)
    and kind = (select ${kind}::board_kind)`
}
