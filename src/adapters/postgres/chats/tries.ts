import { createHash } from 'node:crypto'
import type { Tries } from '../../../ports/store/tries.ts'
import { tryTable } from '../schema/tries.ts'
import { batched } from '../sql/batched.ts'
import { eq, lt, sql } from '../sql/drizzle.ts'
import type { Session } from '../sql/session.ts'
import { statement } from '../sql/statement.ts'

export function tries({ db, run }: Session): Tries {
  return {
    begin: batched({
      most: 64,
      keyOf: (key: string) => key,
      async run(keys) {
        const hashes = keys.map(hashOf)
        const rows = await run<{ hash: string; times: number }>(begun, { hashes })
        const times = new Map(rows.map((row) => [row.hash, row.times]))
        return hashes.map((hash) => (times.get(hash) ?? 1) > 1)
      },
    }),

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
  insert into ${tryTable} as attempt (hash)
  select * from unnest((select ${sql.placeholder('hashes')}::text[])) as hash order by hash
  on conflict (hash) do update set times = attempt.times + 1, begun_at = now()
  returning hash, times`)
