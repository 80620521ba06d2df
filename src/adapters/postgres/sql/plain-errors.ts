import { DrizzleQueryError } from './drizzle.ts'

/**
 * The same port, throwing the errors from Postgres. Drizzle's own error includes the statement's parameters in its
 * message, and answers, names and reply paths must not be logged.
 */
export function plainErrors<Port extends object>(port: Port): Port {
  const methods = Object.entries(port).map(([name, method]) => [
    name,
    async (...given: unknown[]) => {
      try {
        return await method(...given)
      } catch (error) {
        throw error instanceof DrizzleQueryError ? (error.cause ?? error) : error
      }
    },
  ])
  return Object.fromEntries(methods)
}
