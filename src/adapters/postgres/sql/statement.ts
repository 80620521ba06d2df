import { createHash } from 'node:crypto'
import { is, Param, PgDialect, Placeholder, type SQL } from './drizzle.ts'

const dialect = new PgDialect()

/** What stands behind the `sql.placeholder`s of a statement, by their names. */
export type Given = Record<string, unknown>

/** Ready to be sent, under a name that always stands for the same text, since a connection knows each name once. */
export type Statement = { name: string; text: string; values(given: Given): unknown[] }

/** For statements that are made once and run often: making their text takes longer than most of them take to run. */
export function statement(made: SQL): Statement {
  const { sql: text, params } = dialect.sqlToQuery(made)
  const name = createHash('md5').update(text).digest('base64url')
  const slots = params.map(slot)
  return { name, text, values: (given) => slots.map((value) => value(given)) }
}

function slot(param: unknown): (given: Given) => unknown {
  if (is(param, Placeholder)) return named(param.name)
  if (!is(param, Param) || !is(param.value, Placeholder)) return () => param
  const { encoder } = param
  const value = named(param.value.name)
  return (given) => {
    const one = value(given)
    return one === null ? null : encoder.mapToDriverValue(one)
  }
}

function named(name: string): (given: Given) => unknown {
  return (given) => {
    if (!(name in given)) throw new Error(`nothing was given for ${name}`)
    return given[name]
  }
}
