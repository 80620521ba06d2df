import { ada, application, general, guild, lounge } from './discord-payloads.ts'
import { publicKey } from './discord-request.ts'

export type Json = Record<string, unknown>
export type DiscordMessage = Json & { id: string }
export type Said = { status: number; body?: unknown }
type Call = { body: Json; query: URLSearchParams; ids: string[] }

export type DiscordWorld = {
  channels: Set<string>
  messages: Map<string, DiscordMessage[]>
  /** Private replies to interactions, by the interaction's token. */
  replies: Map<string, { user: string; body: Json }>
  /** Threads, by the message they start from. */
  threads: Map<string, Json>
  direct: Map<string, string>
  /** People who don't accept direct messages. */
  closed: Set<string>
  /** The servers that the app is in. If it is undefined, every server exists. */
  guilds?: string[]
  members: { user: { id: string; bot?: boolean }; roles: string[] }[]
  /** Roles of the server. Everybody has the one with the server's id. */
  roles: { id: string; permissions: string }[]
  commands: Json[]
  /** Files attached to forms, by the path of their address. */
  files: Map<string, Uint8Array>
  app: Json
  gatewayUrl: string
  /** Responses to interactions that came as calls. */
  callbacks: Json[]
  forgetNonces(): void
  /** The response to a call; undefined if there is no such route. */
  answer(method: string, path: string, query: URLSearchParams, body: Json): Said | undefined
}

const refusals = {
  10003: [404, 'Unknown Channel'],
  10004: [404, 'Unknown Guild'],
  10007: [404, 'Unknown Member'],
  10008: [404, 'Unknown Message'],
  10011: [404, 'Unknown Role'],
  10015: [404, 'Unknown Webhook'],
  50035: [400, 'Invalid Form Body'],
  50007: [403, 'Cannot send messages to this user'],
  160004: [400, 'A thread has already been created for this message'],
} as const

export function refused(code: keyof typeof refusals): Said {
  const [status, message] = refusals[code]
  return { status, body: { code, message } }
}

/** The flag of a message that consists of components. */
const laidOut = 1 << 15

export function createDiscordWorld(): DiscordWorld {
  let count = 0
  const nonces = new Map<string, DiscordMessage>()
  const snowflake = (): string => {
    count += 1
    return String(400000000000000000n + BigInt(count))
  }

  const routes: [method: string, path: RegExp, run: (call: Call) => Said][] = [
    [
      'POST',
      /^\/channels\/(\d+)\/messages$/,
      ({ ids: [channel = ''], body }) => {
        if (!world.channels.has(channel)) return refused(10_003)
        if ([...world.direct].some(([user, id]) => id === channel && world.closed.has(user))) return refused(50_007)
        const nonce = `${channel} ${body.nonce}`
        const earlier = body.enforce_nonce === true ? nonces.get(nonce) : undefined
        if (earlier) return { status: 200, body: earlier }
        const { nonce: _, enforce_nonce: __, ...kept } = body
        const message = { ...kept, id: snowflake(), channel_id: channel, author: { id: application, bot: true } }
        world.messages.set(channel, [...(world.messages.get(channel) ?? []), message])
        nonces.set(nonce, message)
        return { status: 200, body: message }
      },
    ],
    [
      'GET',
      /^\/channels\/(\d+)\/messages$/,
      ({ ids: [channel = ''], query }) => {
        if (!world.channels.has(channel)) return refused(10_003)
        const newest = (world.messages.get(channel) ?? []).toReversed()
        return { status: 200, body: newest.slice(0, Number(query.get('limit') ?? 50)) }
      },
    ],
    [
      'PATCH',
      /^\/channels\/(\d+)\/messages\/(\d+)$/,
      ({ ids: [channel = '', id], body }) => {
        const messages = world.messages.get(channel) ?? []
        const at = messages.findIndex((one) => one.id === id)
        if (at < 0) return refused(10_008)
        // A message that consists of components can't be changed to text.
        if (Number(messages[at]?.flags ?? 0) & laidOut && !(Number(body.flags) & laidOut)) return refused(50_035)
        const edited = { ...messages[at], ...body, id: id ?? '' }
        messages[at] = edited
        return { status: 200, body: edited }
      },
    ],
    [
      'POST',
      /^\/channels\/(\d+)\/messages\/(\d+)\/threads$/,
      ({ ids: [channel = '', id = ''], body }) => {
        if (!world.messages.get(channel)?.some((one) => one.id === id)) return refused(10_008)
        if (world.threads.has(id)) return refused(160_004)
        world.threads.set(id, body)
        return { status: 201, body: { id, type: 11, parent_id: channel, ...body } }
      },
    ],
    [
      'PATCH',
      /^\/webhooks\/(\d+)\/([^/]+)\/messages\/@original$/,
      ({ ids: [, token = ''], body }) => {
        const reply = world.replies.get(decodeURIComponent(token))
        if (!reply) return refused(10_015)
        reply.body = { ...reply.body, ...body }
        return { status: 200, body: { id: snowflake(), ...body } }
      },
    ],
    [
      'POST',
      /^\/interactions\/(\d+)\/([^/]+)\/callback$/,
      ({ ids: [, token = ''], body }) => {
        world.callbacks.push(body)
        if (body.type === 4 || body.type === 5) {
          world.replies.set(decodeURIComponent(token), { user: ada, body: (body.data ?? {}) as Json })
        }
        return { status: 204 }
      },
    ],
    [
      'POST',
      /^\/users\/@me\/channels$/,
      ({ body }) => {
        const user = String(body.recipient_id)
        const id = world.direct.get(user) ?? snowflake()
        world.direct.set(user, id)
        world.channels.add(id)
        return { status: 200, body: { id, type: 1 } }
      },
    ],
    [
      'GET',
      /^\/guilds\/(\d+)\/roles\/(\d+)$/,
      ({ ids: [server, id] }) => {
        if (server !== guild) return refused(10_004)
        const role = world.roles.find((one) => one.id === id)
        return role ? { status: 200, body: role } : refused(10_011)
      },
    ],
    [
      'GET',
      /^\/guilds\/(\d+)$/,
      ({ ids: [id = ''] }) =>
        world.guilds && !world.guilds.includes(id)
          ? refused(10_004)
          : { status: 200, body: { id, name: 'Acme', owner_id: '1', roles: world.roles } },
    ],
    [
      'GET',
      /^\/guilds\/(\d+)\/members\/(\d+)$/,
      ({ ids: [, id] }) => {
        const member = world.members.find(({ user }) => user.id === id)
        return member ? { status: 200, body: member } : refused(10_007)
      },
    ],
    [
      'GET',
      /^\/users\/@me\/guilds$/,
      ({ query }) => {
        const after = BigInt(query.get('after') ?? '0')
        const next = (world.guilds ?? [guild]).filter((id) => BigInt(id) > after)
        return { status: 200, body: next.slice(0, Number(query.get('limit') ?? 200)).map((id) => ({ id })) }
      },
    ],
    [
      'PUT',
      /^\/applications\/(\d+)\/commands$/,
      ({ body }) => {
        world.commands = body as unknown as Json[]
        return { status: 200, body: world.commands.map((command) => ({ id: snowflake(), ...command })) }
      },
    ],
    ['GET', /^\/applications\/@me$/, () => ({ status: 200, body: world.app })],
    [
      'PATCH',
      /^\/applications\/@me$/,
      ({ body }) => {
        Object.assign(world.app, body)
        return { status: 200, body: world.app }
      },
    ],
    ['GET', /^\/applications\/(\d+)\/commands$/, () => ({ status: 200, body: world.commands })],
    [
      'GET',
      /^\/gateway\/bot$/,
      () => {
        const limit = { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 1 }
        return { status: 200, body: { url: world.gatewayUrl, shards: 1, session_start_limit: limit } }
      },
    ],
  ]

  const world: DiscordWorld = {
    channels: new Set([general, lounge]),
    messages: new Map(),
    threads: new Map(),
    replies: new Map(),
    files: new Map(),
    direct: new Map(),
    closed: new Set(),
    members: [],
    roles: [{ id: guild, permissions: '1024' }],
    commands: [],
    app: { id: application, name: 'Heroku Quiz', verify_key: publicKey, interactions_endpoint_url: null },
    gatewayUrl: '',
    callbacks: [],
    forgetNonces: () => nonces.clear(),
    answer(method, path, query, body) {
      for (const [wanted, pattern, run] of routes) {
        const found = wanted === method ? pattern.exec(path) : null
        if (found) return run({ body, query, ids: found.slice(1) })
      }
      return undefined
    },
  }
  return world
}
