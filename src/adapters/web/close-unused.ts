import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

/** How often a server that stops looks for connections without a request, in milliseconds. */
const everyMs = 100

/**
 * Keeps unused connections from delaying the exit. When a server stops, Node closes only the keep-alive connections that
 * are idle at that moment, and no longer closes those that never sent a request, such as a browser's spare connection.
 */
export function closeUnused(app: FastifyInstance): void {
  const unused = new Set<Socket>()
  app.server.on('connection', (socket) => {
    unused.add(socket)
    socket.once('close', () => unused.delete(socket))
  })
  app.server.on('request', ({ socket }) => unused.delete(socket))
  app.addHook('preClose', async () => {
    const closing = setInterval(() => {
      app.server.closeIdleConnections()
      for (const socket of unused) socket.destroy()
    }, everyMs)
    app.server.once('close', () => clearInterval(closing))
  })
}
