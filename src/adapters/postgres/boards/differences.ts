import { getTableName, type SQL, sql } from '../sql/drizzle.ts'
import { liftTimeouts } from '../sql/lift-timeouts.ts'
import type { Session } from '../sql/session.ts'
import { type Rollup, rollups } from './rollups.ts'

/** Compares all rollups in one statement, so that a concurrent award is either in all of them or in none. */
export async function differences(part: Session, workspaceId: number): Promise<string[]> {
  await liftTimeouts(part)
  const { rows } = await part.db.execute<{ line: string }>(
    sql.join(
      rollups.map((rollup) => sql`(${differencesOf(rollup, workspaceId)})`),
      sql` union all `,
    ),
  )
  return rows.map(({ line }) => line)
}

/** A missing row is equivalent to a row of zeros. */
function differencesOf({ table, key, values, kept = sql`true`, expected }: Rollup, workspaceId: number): SQL {
  const keys = sql.raw(key.join(', '))
  const sums = sql.raw(values.map((value) => `sum(${value})::int as ${value}`).join(', '))
  const is = sql.raw(`concat_ws(' ', ${values.map((value) => `coalesce(is_now.${value}, 0)`).join(', ')})`)
  const should = sql.raw(`concat_ws(' ', ${values.map((value) => `coalesce(should_be.${value}, 0)`).join(', ')})`)
  return sql`
    select concat_ws(' ', ${getTableName(table)}::text, ${keys}) || ': ' || ${is} || ', should be ' || ${should} as line
    from (select ${keys}, ${sums} from ${table} where workspace_id = ${workspaceId} and ${kept} group by ${keys}) as is_now
    full join (${expected(workspaceId)}) as should_be using (${keys})
    where ${is} <> ${should}
    order by line
    limit 100`
}
