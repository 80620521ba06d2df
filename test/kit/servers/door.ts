import { connect, createServer, type Socket } from 'node:net'

export type Door = {
  port: number
  /** Cuts all connections; returns how many there were. */
  cut(): number
  /** Cuts all connections and refuses new ones until `open`. */
  shut(): void
  open(): void
  /** Forwards to another port from now on. */
  lead(port: number): void
  close(): Promise<void>
}

/** A loopback proxy for a port, so that a server can become unreachable while it keeps running. */
export async function openDoor(target: number): Promise<Door> {
  let behind = target
  let isShut = false
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    if (isShut) {
      near.destroy()
      return
    }
    const far = connect(behind, '127.0.0.1')
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one)
      one.setNoDelay(true)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
      one.pipe(other)
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the door has no port')

  function cut(): number {
    const broken = sockets.size / 2
    for (const socket of sockets) socket.destroy()
    return broken
  }

  return {
    port: address.port,
    cut,
    shut() {
      isShut = true
      cut()
    },
    open() {
      isShut = false
    },
    lead(port) {
      behind = port
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      cut()
      await closed
    },
  }
}
