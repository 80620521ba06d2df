import { type AnyColumn, getTableColumns, getTableName, type PgTable, type SQL, sql } from './drizzle.ts'

export type RowReader<Row> = {
  /** All columns of the table, as a select list. */
  columns: SQL
  read(row: Record<string, unknown>): Row
  /** Returns undefined if every column is null, as in an outer join. */
  readAny(row: Record<string, unknown>): Row | undefined
  /** Placeholders by column key. The columns convert the values. */
  given(...keys: (keyof Row & string)[]): SQL
}

export function rowReader<Table extends PgTable>(table: Table, as: string): RowReader<Table['$inferSelect']> {
  const byKey: Record<string, AnyColumn> = getTableColumns(table)
  const columns = Object.entries(byKey).map(([key, column]) => ({ key, column, name: `${as}.${column.name}` }))
  const list = columns.map(
    ({ column, name }) => sql`${sql.identifier(as)}.${sql.identifier(column.name)} as ${sql.identifier(name)}`,
  )

  function readAny(row: Record<string, unknown>): Table['$inferSelect'] | undefined {
    const made: Record<string, unknown> = {}
    let some = false
    for (const { key, column, name } of columns) {
      const value = row[name] ?? null
      made[key] = value === null ? null : column.mapFromDriverValue(value)
      some ||= value !== null
    }
    return some ? made : undefined
  }

  return {
    columns: sql.join(list, sql`, `),
    readAny,
    read(row) {
      const made = readAny(row)
      if (!made) throw new Error(`a statement returned no columns of ${getTableName(table)}`)
      return made
    },
    given(...keys) {
      const placeholders = keys.map((key) => sql`${sql.param(sql.placeholder(key), byKey[key])}`)
      return sql.join(placeholders, sql`, `)
    },
  }
}
