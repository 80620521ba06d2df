import { type CustomTypesConfig, types } from 'pg'

const { DATE, TIMESTAMPTZ } = types.builtins

/** Dates and moments stay as Postgres writes them: the columns of the schema read them, and a day is no moment in our zone. */
export const plainTypes: CustomTypesConfig = {
  getTypeParser: (id: number, format?: 'text' | 'binary') =>
    id === DATE || id === TIMESTAMPTZ ? (written: string) => written : types.getTypeParser(id, format),
}
