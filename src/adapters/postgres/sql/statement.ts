import { createHash } from 'node:crypto'
import { is, Param, PgDialect, Placeholder, type SQL } from './drizzle.ts'

const dialect = new PgDialect()

/** The values for a statement's `sql.placeholder`s, by name. */
export type Given = Record<string, unknown>

/** Ready to be sent, under a name that always belongs to the same text, since each name is unique per connection. */
export type Statement = { name: string; text: string; values(given: Given): unknown[] }

/** For statements that are built once and run often: building their text takes longer than running most of them. */
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
    if (!(name in given)) throw new Error(`the parameter ${name} is missing`)
    return given[name]
  }
}
