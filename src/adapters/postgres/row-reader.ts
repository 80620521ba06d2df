import { type AnyColumn, getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'

/**
 * All columns of a table for the list of a select, and what makes a row of the schema of them again. With `as`, the table
 * goes by that name in the statement and its columns do not mix with those of others; a row of nulls is none.
 */
export function rowReader<Table extends PgTable>(
  table: Table,
  as?: string,
): { columns: SQL; read(row: Record<string, unknown>): Table['$inferSelect'] | undefined } {
  const columns = Object.entries<AnyColumn>(getTableColumns(table)).map(([key, column]) => {
    return { key, column, name: as === undefined ? column.name : `${as}.${column.name}` }
  })
  const list = columns.map(({ column, name }) =>
    as === undefined
      ? sql.identifier(name)
      : sql`${sql.identifier(as)}.${sql.identifier(column.name)} as ${sql.identifier(name)}`,
  )
  return {
    columns: sql.join(list, sql`, `),
    read(row) {
      const made: Record<string, unknown> = {}
      let some = false
      for (const { key, column, name } of columns) {
        const value = row[name] ?? null
        made[key] = value === null ? null : column.mapFromDriverValue(value)
        some ||= value !== null
      }
      return some ? made : undefined
    },
  }
}
