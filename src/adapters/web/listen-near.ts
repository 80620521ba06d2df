import type { FastifyInstance } from 'fastify'

const steps = 20

/** Listens on the port, or on the next that is free, and says so. Gives the port. */
export async function listenNear(server: FastifyInstance, port: number, say: (line: string) => void): Promise<number> {
  for (let next = port; ; next++) {
    try {
      await server.listen({ host: '0.0.0.0', port: next })
      return next
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
      if (!taken || next >= port + steps || next >= 65_535) throw error
      say(`Port ${next} is taken, trying ${next + 1}`)
    }
  }
}
