import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { type Sent, violations } from './discord-limits.ts'
import { createDiscordWorld, type DiscordWorld, type Json } from './discord-world.ts'

export type DiscordCall = {
  route: string
  body: Json
  files: { name: string; bytes: number }[]
  authorization: string | undefined
}

/** How Discord responds to the next calls of a route, in this order. */
export type Mood =
  | { delayMs: number }
  | { status: number; body?: object; headers?: Record<string, string> }
  /** The connection breaks before or after Discord has done everything. */
  | { cut: 'before' | 'after' }

export type DiscordServer = AsyncDisposable & {
  /** Without the version, as in DISCORD_API_URL. */
  apiUrl: string
  calls: DiscordCall[]
  callsOf(route: RegExp): DiscordCall[]
  world: DiscordWorld
  next(route: RegExp, ...moods: Mood[]): void
  /** Removes all planned failures. */
  calm(): void
  /** Waits until the route has this many calls; fails after three seconds. */
  until(route: RegExp, count?: number): Promise<DiscordCall[]>
  /** Records the reasons for which Discord would refuse a response that came in another way. */
  judge(what: Sent, sent: unknown): void
}

const sorts: [route: RegExp, what: Sent][] = [
  [/^POST \/channels\/\d+\/messages$/, 'a message'],
  [/^PATCH \/channels\/\d+\/messages\/\d+$/, 'an edit'],
  [/^PATCH \/webhooks\//, 'an edit of a reply'],
  [/^POST \/channels\/\d+\/messages\/\d+\/threads$/, 'a thread'],
  [/^PATCH \/applications\/@me$/, 'the app’s page'],
  [/^POST \/users\/@me\/channels$/, 'a direct channel'],
]

export function tooFast(seconds: number, global = false): Mood {
  const headers = { 'retry-after': String(seconds), 'x-ratelimit-scope': global ? 'global' : 'user', via: '1.1 google' }
  return {
    status: 429,
    body: { message: 'You are being rate limited.', retry_after: seconds, global },
    headers: global ? { ...headers, 'x-ratelimit-global': 'true' } : headers,
  }
}

/**
 * A fake of Discord's REST API on loopback. Closing it fails if it got requests that Discord doesn't know or would
 * refuse.
 */
export async function startDiscordServer(): Promise<DiscordServer> {
  const calls: DiscordCall[] = []
  const problems: string[] = []
  const moods: { route: RegExp; mood: Mood }[] = []
  const world = createDiscordWorld()

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://discord.test')
    const path = pathname.replace(/^\/api\/v10/, '')
    const file = world.files.get(path)
    if (file) return void response.writeHead(200, { 'content-type': 'text/csv' }).end(file)
    const route = `${request.method} ${path}`
    const { body, files } = await read(request)
    calls.push({ route, body, files, authorization: request.headers.authorization })
    for (const [pattern, what] of sorts) if (pattern.test(route)) problems.push(...violations(what, body))
    if (/^PUT .*\/commands$/.test(route)) {
      for (const command of body as unknown as Json[]) problems.push(...violations('a command', command))
    }
    const at = moods.findIndex((one) => one.route.test(route))
    const mood = at < 0 ? undefined : moods.splice(at, 1)[0]?.mood
    if (mood && 'delayMs' in mood) await wait(mood.delayMs)
    if (mood && 'status' in mood) {
      response.writeHead(mood.status, { 'content-type': 'application/json', ...mood.headers })
      response.end(JSON.stringify(mood.body ?? { message: 'x', code: 0 }))
      return
    }
    if (mood && 'cut' in mood && mood.cut === 'before') return cut(request)
    const said = world.answer(request.method ?? '', path, searchParams, body)
    if (!said) problems.push(`unknown request ${route}`)
    if (mood && 'cut' in mood) return cut(request)
    // A response without a body must have no content type, or discord.js would parse it.
    if (said && said.body === undefined) return void response.writeHead(said.status).end()
    response.writeHead(said?.status ?? 404, { 'content-type': 'application/json' })
    response.end(JSON.stringify(said?.body ?? { code: 0, message: '404' }))
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      problems.push(String(error))
      request.socket.destroy()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the Discord server is closed')

  const callsOf = (route: RegExp) => calls.filter((call) => route.test(call.route))
  return {
    apiUrl: `http://127.0.0.1:${address.port}/api`,
    calls,
    callsOf,
    world,
    next(route, ...coming) {
      moods.push(...coming.map((mood) => ({ route, mood })))
    },
    calm() {
      moods.length = 0
    },
    async until(route, count = 1) {
      for (let waited = 0; waited < 3000; waited += 10) {
        if (callsOf(route).length >= count) return callsOf(route)
        await wait(10)
      }
      throw new Error(`${count} of ${route} were expected, there came: ${calls.map((call) => call.route).join(', ')}`)
    },
    judge(what, sent) {
      problems.push(...violations(what, sent))
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      if (problems.length > 0) throw new Error(`Discord would have refused:\n${problems.join('\n')}`)
    },
  }
}

async function read(request: IncomingMessage): Promise<Pick<DiscordCall, 'body' | 'files'>> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const bytes = Buffer.concat(chunks)
  const type = request.headers['content-type'] ?? ''
  if (!type.startsWith('multipart/form-data')) {
    return { body: (bytes.length === 0 ? {} : JSON.parse(bytes.toString())) as Json, files: [] }
  }
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData()
  const files = [...form.values()].flatMap((one) => (one instanceof File ? [{ name: one.name, bytes: one.size }] : []))
  return { body: JSON.parse(String(form.get('payload_json'))) as Json, files }
}

function cut(request: IncomingMessage): void {
  request.socket.destroy()
}
