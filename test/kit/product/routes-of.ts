import type { FastifyInstance } from 'fastify'

export type Route = { method: string; path: string }

/** Every route of a server, read from the router's printed tree, which has a part of the address on each line. */
export function routesOf(server: FastifyInstance): Route[] {
  const parts: string[] = []
  return server
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, before = '', part = '', methods] = /^([│├└─\s]*)(\S+)(?: \(([^)]+)\))?$/.exec(line) ?? []
      if (part === '') return []
      parts.length = before.length / 4 - 1
      parts.push(part)
      return methods?.split(', ').map((method) => ({ method, path: parts.join('') })) ?? []
    })
}
