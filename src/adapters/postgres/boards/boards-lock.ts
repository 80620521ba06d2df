import { type SQL, sql } from '../sql/drizzle.ts'

/** Awards in a workspace run concurrently; a rebuild waits for those in progress and blocks new ones until it ends. */
export function boardsInUse(workspaceId: number | SQL): SQL {
  return sql`pg_advisory_xact_lock_shared(${key(workspaceId)})`
}

export function boardsAlone(workspaceId: number): SQL {
  return sql`pg_advisory_xact_lock(${key(workspaceId)})`
}

function key(workspaceId: number | SQL): SQL {
  return sql`hashtextextended('boards of ' || ${workspaceId}, 0)`
}
