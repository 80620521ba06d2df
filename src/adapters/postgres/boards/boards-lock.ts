import { type SQL, sql } from '../sql/drizzle.ts'

/** Awards of a workspace go on side by side; a rebuild waits for those under way and lets none begin before it ends. */
export function boardsInUse(workspaceId: number | SQL): SQL {
  return sql`pg_advisory_xact_lock_shared(${key(workspaceId)})`
}

export function boardsAlone(workspaceId: number): SQL {
  return sql`pg_advisory_xact_lock(${key(workspaceId)})`
}

function key(workspaceId: number | SQL): SQL {
  return sql`hashtextextended('boards of ' || ${workspaceId}, 0)`
}
