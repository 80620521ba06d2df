import { type SQL, sql } from '../sql/drizzle.ts'

/** Takes a shared lock, so that awards in a workspace run concurrently. A rebuild takes the exclusive lock. */
export function boardsInUse(workspaceId: number | SQL): SQL {
  return sql`pg_advisory_xact_lock_shared(${key(workspaceId)})`
}

export function boardsAlone(workspaceId: number): SQL {
  return sql`pg_advisory_xact_lock(${key(workspaceId)})`
}

function key(workspaceId: number | SQL): SQL {
  return sql`hashtextextended('boards of ' || ${workspaceId}, 0)`
}
