import { DrizzleQueryError } from './drizzle.ts'

/**
 * Makes a port throw the errors of Postgres. Drizzle's own errors contain the statement's parameters in their message,
 * and answers, names and reply paths must not be logged.
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
