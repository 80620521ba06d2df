import { sql } from '../sql/drizzle.ts'
import { liftTimeouts } from '../sql/lift-timeouts.ts'
import type { Session } from '../sql/session.ts'
import { boardsAlone } from './boards-lock.ts'
import { rollups } from './rollups.ts'

/** Rebuilds all rollups of a workspace. Awards wait until it is done. */
export async function rebuild(part: Session, workspaceId: number): Promise<void> {
  await liftTimeouts(part)
  await part.db.execute(sql`select ${boardsAlone(workspaceId)}`)
  for (const { table, key, values, expected } of rollups) {
    const columns = sql.raw([...key, ...values].join(', '))
    await part.db.execute(sql`delete from ${table} where workspace_id = ${workspaceId}`)
    await part.db.execute(sql`
      insert into ${table} (workspace_id, ${columns})
      select ${workspaceId}, ${columns} from (${expected(workspaceId)}) as expected order by ${sql.raw(key.join(', '))}`)
  }
}
