import { once } from 'node:events'
import { createServer } from 'node:net'

const steps = 20

/** Returns the port or the next free one, and reports each port that is taken. Throws if 20 in a row are taken. */
export async function freePortNear(port: number, say: (line: string) => void): Promise<number> {
  for (let next = port; next <= Math.min(port + steps, 65_535); next++) {
    if (await isFree(next)) return next
    say(`Port ${next} is taken, trying ${next + 1}`)
  }
  throw new Error(`Ports ${port} to ${port + steps} are taken. Set PORT to a free one.`)
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer()
  probe.listen({ host: '0.0.0.0', port })
  try {
    await once(probe, 'listening')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return false
    throw error
  }
  probe.close()
  await once(probe, 'close')
  return true
}
