import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { Duplex } from 'node:stream'
import { frame, readFrame } from '../servers/websocket-frame.ts'
import { application, general, guild } from './discord-payloads.ts'
import type { Json } from './discord-world.ts'

export type DiscordGateway = AsyncDisposable & {
  url: string
  /** The token and the intents with which the app identified. */
  identified: Promise<{ token: string; intents: number }>
  /** Sends an event. An app that isn't connected gets it when it resumes its session. */
  happen(event: string, data: unknown): void
  /** Cuts the connection without a close frame. */
  cut(): void
  askToReconnect(): void
  /** Ends the session. Events in between are lost, and the app starts a new session. */
  invalidate(): void
  counts: { begun: number; resumed: number; refused: number }
  closed: Promise<void>
}

export const bot = '340000000000000002'
export const adminRole = '390000000000000007'

/** Discord's gateway on loopback: a minimal WebSocket server (RFC 6455) for short texts. */
export async function startDiscordGateway(): Promise<DiscordGateway> {
  const server = createServer()
  const identified = Promise.withResolvers<{ token: string; intents: number }>()
  const closed = Promise.withResolvers<void>()
  const counts = { begun: 0, resumed: 0, refused: 0 }
  let app: Duplex | undefined
  let session: { id: string; happened: { s: number }[] } | undefined

  const say = (payload: object): unknown => app?.write(frame(1, JSON.stringify(payload)))
  const happen = (event: string, data: unknown): void => {
    const told = { op: 0, t: event, s: (session?.happened.length ?? 0) + 1, d: data }
    session?.happened.push(told)
    say(told)
  }

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
    say({ op: 10, d: { heartbeat_interval: 45_000 } })
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
        if (read.opcode === 1 && app === socket) hear(JSON.parse(read.text) as { op: number; d: Json })
        if (read.opcode === 8) socket.end(frame(8, ''))
        if (read.opcode === 9) socket.write(frame(10, read.text))
      }
    })
  })

  function hear({ op, d }: { op: number; d: Json }): void {
    if (op === 1) say({ op: 11 })
    if (op === 6) resume(d)
    if (op !== 2) return
    counts.begun += 1
    session = { id: `session-${counts.begun}`, happened: [] }
    identified.resolve({ token: String(d.token), intents: Number(d.intents) })
    happen('READY', {
      v: 10,
      user: { id: bot, username: 'heroku-quiz', discriminator: '0', bot: true },
      guilds: [{ id: guild, unavailable: true }],
      session_id: session.id,
      resume_gateway_url: url,
      application: { id: application, flags: 0 },
    })
    happen('GUILD_CREATE', {
      id: guild,
      name: 'Acme',
      owner_id: '330000000000000099',
      roles: [
        { id: guild, name: '@everyone', permissions: '1024', position: 0 },
        { id: adminRole, name: 'Captains', permissions: '32', position: 1 },
      ],
      channels: [{ id: general, type: 0, name: 'general', permission_overwrites: [] }],
      members: [],
      threads: [],
      emojis: [],
      stickers: [],
      presences: [],
      voice_states: [],
      stage_instances: [],
      guild_scheduled_events: [],
      features: [],
      member_count: 2,
      joined_at: '2026-01-01T00:00:00Z',
    })
  }

  function resume({ session_id, seq }: Json): void {
    if (session?.id !== session_id) {
      counts.refused += 1
      say({ op: 9, d: false })
      return
    }
    counts.resumed += 1
    for (const told of session?.happened ?? []) if (told.s > Number(seq)) say(told)
    happen('RESUMED', {})
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the gateway is not listening')
  const url = `ws://127.0.0.1:${address.port}`

  return {
    url,
    identified: identified.promise,
    happen,
    cut: () => void app?.destroy(),
    askToReconnect: () => void say({ op: 7, d: null }),
    invalidate() {
      session = undefined
      if (app) say({ op: 9, d: false })
    },
    counts,
    closed: closed.promise,
    async [Symbol.asyncDispose]() {
      // Includes sockets that a newer one replaced, because closing waits for each of them.
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
