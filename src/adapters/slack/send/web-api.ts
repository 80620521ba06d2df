import { webApi } from '@slack/bolt'
import type { z } from 'zod'
import { ChatError } from '../../../domain/errors.ts'
import type { Clock } from '../../../ports/clock.ts'
import { createFetchFile } from '../../chats/fetch-file.ts'
import type { Log } from '../../chats/log.ts'
import { boltLogger } from '../connect/bolt-logger.ts'
import { fromRefusal, fromStatus, toChatError } from './errors.ts'
import { createRateGate } from './rate-gate.ts'

/** Every call to Slack: once, within seconds, and with `ChatError`s. Retrying is up to the caller. */
export type WebApi = {
  call<T>(team: string, method: string, args: Record<string, unknown>, answer: z.ZodType<T>): Promise<T>
  /** Posts through a `response_url`. */
  respond(url: string, body: Record<string, unknown>): Promise<void>
  /** Sends bytes to where Slack wants an upload. */
  upload(url: string, bytes: Uint8Array): Promise<void>
  /** Fetches a file of a workspace, of at most so many bytes. */
  download(team: string, url: string, most: number): Promise<Uint8Array | 'too-large'>
}

/** Where Slack has the files that people upload: https://docs.slack.dev/reference/objects/file-object */
const fileHosts = ['files.slack.com']

const timeoutMs = 8000
const mostClients = 1000

/** The bot token for a workspace. Throws a `ChatError`: `gone` if the app is not installed. */
export type TokenOf = (team: string) => Promise<string>

export type ClientOptions = ReturnType<typeof clientOptions>

/**
 * By default the library tries ten times within half an hour, silently waits out rate limits and never times out: no
 * job and no press may hang on that.
 */
export function clientOptions(from: { apiUrl?: string; log: Log }) {
  return {
    ...(from.apiUrl === undefined ? {} : { slackApiUrl: from.apiUrl }),
    logger: boltLogger(from.log),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: timeoutMs,
  }
}

/** `ownToken`: the operator's single token is used, rather than one granted by each workspace. */
export function createWebApi(deps: {
  tokenOf: TokenOf
  ownToken: boolean
  clock: Clock
  options: ClientOptions
}): WebApi {
  const gate = createRateGate(deps.clock)
  const fetchFile = createFetchFile({ hosts: fileHosts, apiUrl: deps.options.slackApiUrl })
  const clients = new Map<string, webApi.WebClient>()

  function clientOf(token: string): webApi.WebClient {
    const known = clients.get(token)
    if (known) return known
    if (clients.size >= mostClients) clients.clear()
    const client = new webApi.WebClient(token, deps.options)
    clients.set(token, client)
    return client
  }

  return {
    async call(team, method, args, answer) {
      const key = `${team} ${method}`
      gate.pass(key)
      const token = await deps.tokenOf(team)
      try {
        const said = answer.safeParse(await clientOf(token).apiCall(method, args))
        if (said.success) return said.data
        throw new ChatError('unavailable', `${method} answered something else`, { cause: said.error })
      } catch (error) {
        const known = toChatError(method, error, deps.ownToken)
        // A limit of the whole workspace may be lifted before the wait we chose for it is over, so only a rate limit closes
        // the gate.
        if (known.meaning === 'too-fast') gate.shut(key, known.retryAfterMs ?? 0)
        throw known
      }
    },

    async respond(url, body) {
      await send('response_url', url, JSON.stringify(body), 'application/json')
    },

    async upload(url, bytes) {
      await send('upload', url, new Uint8Array(bytes), 'application/octet-stream')
    },

    async download(team, url, most) {
      return fetchFile({ url, most, headers: { authorization: `Bearer ${await deps.tokenOf(team)}` } })
    },
  }
}

async function send(what: string, url: string, body: string | Uint8Array<ArrayBuffer>, type: string): Promise<void> {
  const { status, headers, text } = await answered(what, url, body, type)
  // An HTML page instead of Slack's response comes from something between Slack and us, so nothing was done.
  if (status < 300 && !/^\s*</.test(text)) return
  const waitSeconds = Number(headers.get('retry-after'))
  if (status === 429 && waitSeconds > 0) {
    throw new ChatError('rate-limited', what, { retryAfterMs: waitSeconds * 1000 })
  }
  // A used-up `response_url` returns 404; problems with a message come as a one-word error.
  if (status >= 400 && status < 500 && status !== 404 && /^[a-z_]+$/.test(text)) throw fromRefusal(what, text)
  throw fromStatus(what, status)
}

async function answered(
  what: string,
  url: string,
  body: string | Uint8Array<ArrayBuffer>,
  type: string,
): Promise<{ status: number; headers: Headers; text: string }> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    return { status: response.status, headers: response.headers, text: await response.text() }
  } catch (error) {
    throw new ChatError('unavailable', `${what} could not be reached`, { cause: error })
  }
}
