import { DrizzleQueryError } from './drizzle.ts'

/**
 * The same port, throwing what Postgres said. Drizzle's own error quotes the parameters of the statement in its message,
 * and answers, names and reply paths have no place in a log.
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
