import { createHash } from 'node:crypto'
import { is, Param, PgDialect, Placeholder, type SQL } from './drizzle.ts'

const dialect = new PgDialect()

export type Given = Record<string, unknown>

/** A statement with a unique name, because a connection keeps only one text per name. */
export type Statement = { name: string; text: string; values(given: Given): unknown[] }

/**
 * Prepares a statement that is built once and runs often. Building the text takes longer than running most statements.
 */
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
