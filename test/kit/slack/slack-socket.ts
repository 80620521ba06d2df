import { createHash, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { Duplex } from 'node:stream'
import { frame, readFrame } from '../servers/websocket-frame.ts'

export type SlackSocket = AsyncDisposable & {
  url: string
  /** Sends a payload as Slack does over Socket Mode; returns the payload of the acknowledgment. */
  deliver(type: 'slash_commands' | 'interactive' | 'events_api', payload: object): Promise<unknown>
  /** Cuts the connection without a close frame. */
  cut(): void
  /** Asks the app to reconnect, as Slack does about every hour, and closes the old connection afterwards. */
  refresh(): Promise<void>
  connections(): number
  connected: Promise<void>
  closed: Promise<void>
}

/** The server side of Socket Mode: a minimal WebSocket server (RFC 6455) for short text frames. */
export async function startSlackSocket(): Promise<SlackSocket> {
  const server = createServer()
  const connected = Promise.withResolvers<void>()
  const closed = Promise.withResolvers<void>()
  const waiting = new Map<string, (payload: unknown) => void>()
  let app: Duplex | undefined
  let connections = 0
  let next = Promise.withResolvers<void>()

  const sockets = new Set<Duplex>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })

  server.on('upgrade', (request, socket) => {
    app = socket
    const accept = createHash('sha1')
      .update(`${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
      .digest('base64')
    const answer = ['HTTP/1.1 101 Switching Protocols', 'Upgrade: websocket', 'Connection: Upgrade']
    socket.write([...answer, `Sec-WebSocket-Accept: ${accept}`, '', ''].join('\r\n'))
    socket.write(frame(1, JSON.stringify({ type: 'hello', num_connections: 1 })))
    connections += 1
    connected.resolve()
    next.resolve()
    next = Promise.withResolvers<void>()
    socket.on('close', () => {
      if (app === socket) app = undefined
      closed.resolve()
    })
    socket.on('error', () => closed.resolve())
    let rest = Buffer.alloc(0)
    socket.on('data', (chunk: Buffer) => {
      rest = Buffer.concat([rest, chunk])
      for (let read = readFrame(rest); read; read = readFrame(rest)) {
        rest = rest.subarray(read.length)
        if (read.opcode === 1) settle(read.text)
        if (read.opcode === 8) socket.end(frame(8, ''))
        if (read.opcode === 9) socket.write(frame(10, read.text))
      }
    })
  })

  function settle(text: string): void {
    const { envelope_id, payload } = JSON.parse(text) as { envelope_id: string; payload?: unknown }
    waiting.get(envelope_id)?.(payload)
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the socket server is not listening')

  return {
    url: `ws://127.0.0.1:${address.port}/link`,
    connected: connected.promise,
    closed: closed.promise,
    deliver(type, payload) {
      const envelope_id = randomUUID()
      const answer = new Promise((resolve) => waiting.set(envelope_id, resolve))
      app?.write(frame(1, JSON.stringify({ envelope_id, type, payload, accepts_response_payload: true })))
      return answer
    },
    connections: () => connections,
    cut: () => void app?.destroy(),
    async refresh() {
      const [old, another] = [app, next.promise]
      old?.write(frame(1, JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' })))
      await another
      old?.end(frame(8, ''))
    },
    async [Symbol.asyncDispose]() {
      // Includes sockets that a newer one replaced, because closing waits for each of them.
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
