import { type AnyColumn, type PgTable, type SQL, sql } from './sql/drizzle.ts'

/**
 * Common table expressions that find or create the row of a place and keep its name current. Every message runs them,
 * so they write nothing if nothing changed. An empty name means unknown and changes nothing. The row is then available
 * as `as`. The statement's parameters are `<as>Ref` and `<as>Name`. A new row gets these and the columns in `made`. No
 * row is created if `from` has no row or there is no ref. `fallback` is the name of a row that has none.
 */
export function recognized(
  table: PgTable & { ref: AnyColumn; name: AnyColumn },
  as: string,
  made: Record<string, SQL>,
  from = sql`(values (true)) as always`,
  fallback = sql`''`,
): SQL {
  const [row, found, kept] = [sql.identifier(as), sql.identifier(`${as}_found`), sql.identifier(`${as}_kept`)]
  const ref = sql`${sql.param(sql.placeholder(`${as}Ref`), table.ref)}::text`
  const name = sql`${sql.param(sql.placeholder(`${as}Name`), table.name)}::text`
  const columns = sql.join([sql`ref`, sql`name`, ...Object.keys(made).map((column) => sql.identifier(column))], sql`, `)
  const values = sql.join([ref, sql`coalesce(nullif(${name}, ''), ${fallback})`, ...Object.values(made)], sql`, `)
  return sql`
    ${found} as (select * from ${table} where ref = ${ref}),
    ${kept} as (
      insert into ${table} as row (${columns})
      select ${values} from ${from}
      where ${ref} is not null and not exists (
        select from ${found} where name = coalesce(nullif(${name}, ''), nullif(name, ''), ${fallback})
      )
      on conflict (ref) do update set name = coalesce(nullif(${name}, ''), nullif(row.name, ''), excluded.name)
      returning *
    ),
    ${row} as (select * from ${kept} union all select * from ${found} where not exists (select from ${kept}))`
}
