import { connect, createServer, type Socket } from 'node:net'

export type TcpProxy = {
  port: number
  /** Cuts all connections; returns how many there were. */
  cut(): number
  /** Cuts all connections and refuses new ones until `unblock`. */
  block(): void
  unblock(): void
  forwardTo(port: number): void
  close(): Promise<void>
}

/** A loopback proxy for a port, so that a server can become unreachable while it keeps running. */
export async function openProxy(target: number): Promise<TcpProxy> {
  let behind = target
  let isBlocked = false
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    if (isBlocked) {
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
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port')

  function cut(): number {
    const broken = sockets.size / 2
    for (const socket of sockets) socket.destroy()
    return broken
  }

  return {
    port: address.port,
    cut,
    block() {
      isBlocked = true
      cut()
    },
    unblock() {
      isBlocked = false
    },
    forwardTo(port) {
      behind = port
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      cut()
      await closed
    },
  }
}
