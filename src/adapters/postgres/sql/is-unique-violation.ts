import { DatabaseError } from 'pg'
import { DrizzleQueryError } from './drizzle.ts'

const uniqueViolation = '23505'

export function isUniqueViolation(error: unknown, constraint: string): boolean {
  const cause = error instanceof DrizzleQueryError ? error.cause : error
  return cause instanceof DatabaseError && cause.code === uniqueViolation && cause.constraint === constraint
}
