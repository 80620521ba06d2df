import { createHash } from 'node:crypto'
import type { Tries } from '../../../ports/store/tries.ts'
import { tryTable } from '../schema/tries.ts'
import { eq, lt, sql } from '../sql/drizzle.ts'
import type { Session } from '../sql/session.ts'
import { statement } from '../sql/statement.ts'

export function tries({ db, run }: Session): Tries {
  return {
    async begin(key) {
      const [row] = await run<{ times: number }>(begun, { hash: hashOf(key) })
      return (row?.times ?? 1) > 1
    },

    async takeBack(key) {
      await db.delete(tryTable).where(eq(tryTable.hash, hashOf(key)))
    },

    async forget(before) {
      const { rowCount } = await db.delete(tryTable).where(lt(tryTable.begunAt, before))
      return rowCount ?? 0
    },
  }
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 22)
}

const begun = statement(sql`
  insert into ${tryTable} as attempt (hash) values (${sql.placeholder('hash')}::text)
  on conflict (hash) do update set times = attempt.times + 1, begun_at = now()
  returning times`)
