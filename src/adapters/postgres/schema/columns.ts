import { bigint, customType, integer, timestamp } from '../sql/drizzle.ts'

/** Ids stay far below 2^53, so that a number holds them. */
export const rowId = () => bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity()

export const reference = (name: string) => bigint(name, { mode: 'number' })

/**
 * An id in the tables that have rows by the million and are never asked for an id from outside: half as wide in the row
 * and in every index. Two thousand million answers are far more than one such database holds.
 */
export const numeral = (name: string) => integer(name)

export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** Text that somebody outside may have written. Postgres refuses NUL in a text, and a person's words must not fail for it. */
export const words = customType<{ data: string; driverData: string }>({
  dataType: () => 'text',
  toDriver: withoutNul,
})

/** A JSON document of our own shape. */
export const document = customType<{ data: unknown; driverData: unknown }>({
  dataType: () => 'jsonb',
  toDriver: jsonText,
})

/** jsonb refuses NUL and halves of surrogate pairs, which JSON.stringify would pass on as escapes. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, (_key, part) => (typeof part === 'string' ? withoutNul(part).toWellFormed() : part))
}

function withoutNul(text: string): string {
  return text.replaceAll('\0', '')
}
