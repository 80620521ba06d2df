import { type AnyColumn, getTableColumns, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Session } from './session.ts'

/**
 * Finds or makes the row of a place and keeps its name current, in one round trip that writes nothing where nothing
 * changed: every message of every person comes through here. An empty name says nothing and changes nothing.
 */
export async function recognise<Table extends PgTable & { ref: AnyColumn; name: AnyColumn }>(
  session: Session,
  table: Table,
  seen: { ref: string; name: string } & Partial<Table['$inferInsert']>,
): Promise<Table['$inferSelect']> {
  const columns: Record<string, AnyColumn> = getTableColumns(table)
  const given = Object.entries(seen).flatMap(([key, value]) => {
    const column = columns[key]
    return column ? [{ column: sql.identifier(column.name), value: sql.param(value, column) }] : []
  })
  const name = sql`${sql.param(seen.name, table.name)}::text`
  const [row = {}] = await session.prepared(sql`
    with found as (select * from ${table} where ref = ${sql.param(seen.ref, table.ref)}),
    kept as (
      insert into ${table} as row (${sql.join(
        given.map((one) => one.column),
        sql`, `,
      )})
      select ${sql.join(
        given.map((one) => one.value),
        sql`, `,
      )}
      where not exists (select from found where name = ${name} or ${name} = '')
      on conflict (ref) do update set name = coalesce(nullif(excluded.name, ''), row.name)
      returning *
    )
    select * from kept union all select * from found where not exists (select from kept)`)
  return Object.fromEntries(
    Object.entries(columns).map(([key, column]) => {
      const value = row[column.name]
      return [key, value === null ? null : column.mapFromDriverValue(value)]
    }),
  )
}
