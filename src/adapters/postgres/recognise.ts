import { type AnyColumn, type PgTable, type SQL, sql } from './sql/drizzle.ts'

/**
 * Parts of a statement that find or create the row of a place and keep its name current, writing nothing if nothing
 * changed: every message of every person comes through here. An empty name is unknown and changes nothing.
 *
 * The row is then called `as`. The statement is given `<as>Ref` and `<as>Name`; a row is created from these and from
 * `made`, by column name; none is created if `from` has no row or there is no ref. `fallback` is a name for a row that
 * has none.
 */
export function recognised(
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
