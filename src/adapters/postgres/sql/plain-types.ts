import { type CustomTypesConfig, types } from 'pg'

const { DATE, TIMESTAMPTZ } = types.builtins

/**
 * Dates and timestamps stay as Postgres writes them: the schema's columns parse them, and a date isn't a moment in our
 * zone.
 */
export const plainTypes: CustomTypesConfig = {
  getTypeParser: (id: number, format?: 'text' | 'binary') =>
    id === DATE || id === TIMESTAMPTZ ? (written: string) => written : types.getTypeParser(id, format),
}
