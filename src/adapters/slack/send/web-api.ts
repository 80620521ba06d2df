import { webApi } from '@slack/bolt'
import type { z } from 'zod'
import { ChatError } from '../../../domain/errors.ts'
import type { Clock } from '../../../ports/clock.ts'
import { createFetchFile } from '../../chats/fetch-file.ts'
import type { Log } from '../../chats/log.ts'
import { boltLogger } from '../connect/bolt-logger.ts'
import { fromRefusal, fromStatus, toChatError } from './errors.ts'
import { createRateGate } from './rate-gate.ts'

/** Calls Slack without retries, with a timeout of a few seconds, and throws `ChatError`s. The caller retries. */
export type WebApi = {
  call<T>(team: string, method: string, args: Record<string, unknown>, answer: z.ZodType<T>): Promise<T>
  respond(url: string, body: Record<string, unknown>): Promise<void>
  upload(url: string, bytes: Uint8Array): Promise<void>
  download(team: string, url: string, most: number): Promise<Uint8Array | 'too-large'>
}

/** The hosts of uploaded files: https://docs.slack.dev/reference/objects/file-object */
const fileHosts = ['files.slack.com']

const timeoutMs = 8000
const mostClients = 1000

/** Returns the bot token for a workspace. Throws a `ChatError` with `gone` if the app is not installed. */
export type TokenOf = (team: string) => Promise<string>

export type ClientOptions = ReturnType<typeof clientOptions>

/**
 * By default the library retries ten times within half an hour, waits for rate limits and never times out. That would
 * block jobs and requests.
 */
export function clientOptions(from: { apiUrl?: string | undefined; log: Log }) {
  return {
    ...(from.apiUrl === undefined ? {} : { slackApiUrl: from.apiUrl }),
    logger: boltLogger(from.log),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: timeoutMs,
  }
}

/** `ownToken` means that the operator's single token is used for all workspaces. */
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
        const parsed = answer.safeParse(await clientOf(token).apiCall(method, args))
        if (parsed.success) return parsed.data
        throw new ChatError('unavailable', `${method} answered something else`, { cause: parsed.error })
      } catch (error) {
        const chatError = toChatError(method, error, deps.ownToken)
        // Only a rate limit blocks further calls. For other refusals the wait is our own choice, and the cause may be
        // gone earlier.
        if (chatError.meaning === 'too-fast') gate.shut(key, chatError.retryAfterMs ?? 0)
        throw chatError
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
  // An HTML page instead of Slack's response comes from a proxy between Slack and us, so Slack did not receive the
  // call.
  if (status < 300 && !/^\s*</.test(text)) return
  const waitSeconds = Number(headers.get('retry-after'))
  if (status === 429 && waitSeconds > 0) {
    throw new ChatError('rate-limited', what, { retryAfterMs: waitSeconds * 1000 })
  }
  // An expired `response_url` returns 404. Other problems with a message come as a one-word error.
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
