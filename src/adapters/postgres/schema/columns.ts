import { bigint, customType, integer, timestamp } from '../sql/drizzle.ts'

/** Ids stay far below 2^53, so they fit in a number. */
export const rowId = () => bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity()

export const reference = (name: string) => bigint(name, { mode: 'number' })

/**
 * A 4-byte id for tables with millions of rows, half as wide in the row and in every index. Two billion answers are far
 * more than one such database can hold.
 */
export const numeral = (name: string) => integer(name)

export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** Text from outside. Postgres refuses NUL characters in a text, so they are removed. */
export const words = customType<{ data: string; driverData: string }>({
  dataType: () => 'text',
  toDriver: withoutNul,
})

export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' })

export const document = customType<{ data: unknown; driverData: unknown }>({
  dataType: () => 'jsonb',
  toDriver: jsonText,
})

/** Removes NUL characters and lone surrogates, which jsonb refuses. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, (_key, part) => (typeof part === 'string' ? withoutNul(part).toWellFormed() : part))
}

function withoutNul(text: string): string {
  return text.replaceAll('\0', '')
}
