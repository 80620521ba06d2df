import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { violations } from './slack-limits.ts'
import { createSlackWorld, type SlackWorld } from './slack-world.ts'

export type SlackCall = { method: string; args: Record<string, unknown>; token?: string }

/** How Slack responds to the next calls of a method, in this order. */
export type Mood =
  | { delayMs: number }
  | { status: number; retryAfter?: string; text?: string }
  | { error: string; more?: object }
  /** The connection breaks before or after Slack has done everything. */
  | { cut: 'before' | 'after' }

export type SlackServer = AsyncDisposable & {
  /** With a trailing slash, as in SLACK_API_URL. */
  apiUrl: string
  calls: SlackCall[]
  callsOf(method: string): Record<string, unknown>[]
  world: SlackWorld
  responseUrl: string
  next(method: string, ...moods: Mood[]): void
  /** From now on, a channel's history may be read once a minute, as for apps outside Slack's marketplace. */
  throttleHistory(): void
  /** Removes all planned failures. */
  calm(): void
  /** Waits until the method has this many calls; fails after two seconds. */
  until(method: string, count?: number): Promise<Record<string, unknown>[]>
}

/**
 * A fake of Slack's Web API on loopback. Closing it fails if it got requests that Slack doesn't know or would refuse.
 */
export async function startSlackServer(
  onCall: (call: SlackCall, path: string) => void = () => {},
): Promise<SlackServer> {
  const calls: SlackCall[] = []
  const problems: string[] = []
  const moods = new Map<string, Mood[]>()
  const world = createSlackWorld()
  const readAt = new Map<string, number>()
  let throttled = false

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '').replace(/\?.*$/, '')
    const body = await bytesOf(request)
    const method = methodOf(path)
    const args = method === 'upload' ? { bytes: body.length } : argsOf(body.toString(), request.headers['content-type'])
    const token = request.headers.authorization?.replace(/^Bearer /, '')
    const call = { method, args, ...(token === undefined ? {} : { token }) }
    calls.push(call)
    onCall(call, path)
    // This method only checks messages.
    if (method !== 'blocks.validate') problems.push(...violations(method, args))
    if (method === 'file') return serveFile(path, token, response)
    const mood = moods.get(method)?.shift() ?? (tooSoon(method) ? { status: 429, retryAfter: '60' } : undefined)
    if (mood && 'delayMs' in mood) await wait(mood.delayMs)
    if (mood && 'status' in mood) {
      const headers = mood.retryAfter === undefined ? {} : { 'retry-after': mood.retryAfter }
      response.writeHead(mood.status, headers).end(mood.text ?? '')
      return
    }
    if (mood && 'cut' in mood && mood.cut === 'before') return cut(request)
    const answer =
      mood && 'error' in mood
        ? { ok: false, error: mood.error, ...mood.more }
        : world.answer(method, args, base(), path)
    if (answer === undefined) problems.push(`unknown request ${request.method} ${path}`)
    if (mood && 'cut' in mood) return cut(request)
    response
      .writeHead(200, { 'content-type': 'application/json', 'x-oauth-scopes': world.scopes.join(',') })
      .end(JSON.stringify(answer ?? { ok: false, error: 'unknown_method' }))
  }

  /** Without a workspace's token, Slack returns the sign-in page. */
  function serveFile(path: string, token: string | undefined, response: ServerResponse): void {
    const { bytes = new Uint8Array(), type = 'application/octet-stream' } =
      world.files.get(path.slice('/files/'.length)) ?? {}
    if (!token?.startsWith('xox')) response.writeHead(302, { location: `${base()}/signin` }).end()
    else response.writeHead(200, { 'content-type': type }).end(bytes)
  }

  function tooSoon(method: string): boolean {
    if (!throttled || !/^conversations\.(history|replies)$/.test(method)) return false
    if (Date.now() - (readAt.get(method) ?? 0) < 60_000) return true
    readAt.set(method, Date.now())
    return false
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      problems.push(String(error))
      request.socket.destroy()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  function base(): string {
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('the Slack server is closed')
    return `http://127.0.0.1:${address.port}`
  }

  const callsOf = (method: string) => calls.filter((call) => call.method === method).map(({ args }) => args)
  return {
    apiUrl: `${base()}/api/`,
    calls,
    callsOf,
    world,
    responseUrl: `${base()}/response/1`,
    next(method, ...coming) {
      moods.set(method, [...(moods.get(method) ?? []), ...coming])
    },
    throttleHistory() {
      throttled = true
    },
    calm() {
      moods.clear()
    },
    async until(method, count = 1) {
      for (let waited = 0; waited < 2000; waited += 10) {
        if (callsOf(method).length >= count) return callsOf(method)
        await wait(10)
      }
      const seen = calls.map((call) => call.method).join(', ')
      throw new Error(`${count} calls of ${method} were expected, there came: ${seen || 'none'}`)
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      if (problems.length > 0) throw new Error(`Slack would have refused:\n${problems.join('\n')}`)
    },
  }
}

function methodOf(path: string): string {
  if (path.startsWith('/response/')) return 'response_url'
  if (path.startsWith('/upload/')) return 'upload'
  if (path.startsWith('/files/')) return 'file'
  return path.replace(/^\/api\//, '')
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const structured = ['blocks', 'message', 'view', 'metadata', 'files']

/** The Web API accepts forms whose lists and objects are JSON. A `response_url` accepts JSON. */
function argsOf(body: string, type = ''): Record<string, unknown> {
  if (type.startsWith('application/json')) return JSON.parse(body) as Record<string, unknown>
  const pairs = [...new URLSearchParams(body)].map(([name, value]) => {
    return [name, structured.includes(name) ? (JSON.parse(value) as unknown) : value] as const
  })
  return Object.fromEntries(pairs)
}

function cut(request: IncomingMessage): void {
  request.socket.destroy()
}
