import { type CustomTypesConfig, types } from 'pg'

const { DATE, TIMESTAMPTZ } = types.builtins

/**
 * Keeps dates and timestamps as text. The schema's columns parse them, and the driver would parse a date as a moment in
 * the local time zone.
 */
export const plainTypes: CustomTypesConfig = {
  getTypeParser: (id: number, format?: 'text' | 'binary') =>
    id === DATE || id === TIMESTAMPTZ ? (written: string) => written : types.getTypeParser(id, format),
}
