import { createHash } from 'node:crypto'
import { fillPlaceholders, type SQL } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'

const dialect = new PgDialect()

/** What stands behind the `sql.placeholder`s of a statement, by their names. */
export type Given = Record<string, unknown>

/** Ready to be sent, under a name that always stands for the same text, since a connection knows each name once. */
export type Statement = { name: string; text: string; values(given: Given): unknown[] }

/** For statements that are made once and run often: to make their text takes longer than most of them take to run. */
export function statement(made: SQL): Statement {
  const { sql: text, params } = dialect.sqlToQuery(made)
  const name = createHash('md5').update(text).digest('base64url')
  return { name, text, values: (given) => fillPlaceholders(params, given) }
}
