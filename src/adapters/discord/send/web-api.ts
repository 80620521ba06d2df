import { type RawFile, REST, type RouteLike } from 'discord.js'
import type { z } from 'zod'
import { ChatError } from '../../../domain/errors.ts'
import { toChatError } from './errors.ts'

/** Every call to Discord: once, within seconds, and with `ChatError`s. Retrying is up to the caller. */
export type WebApi = {
  call<T>(request: ApiRequest, answer: z.ZodType<T>): Promise<T>
  close(): void
}

export type ApiRequest = {
  /** For logs, because a route may contain a token. */
  what: string
  method: 'get' | 'post' | 'put' | 'patch'
  route: RouteLike
  body?: object
  query?: Record<string, string>
  files?: RawFile[]
  /** The route contains its own token. */
  tokenInRoute?: boolean
}

const timeoutMs = 8000

/**
 * discord.js silently waits out rate limits and tries three times for 15 seconds each: no job and no press may hang on
 * that. Its queue still keeps us within the limits that Discord announces, per channel.
 */
function restOptions(from: { apiUrl?: string }) {
  return {
    ...(from.apiUrl === undefined ? {} : { api: from.apiUrl.replace(/\/+$/, '') }),
    retries: 0,
    timeout: timeoutMs,
    rejectOnRateLimit: () => true,
  }
}

export function createWebApi(options: { token: string; apiUrl?: string }): WebApi {
  const rest = new REST(restOptions(options))
  return {
    async call({ what, method, route, body, query, files, tokenInRoute }, answer) {
      // discord.js drops its token on any 401, even one caused by an interaction's old token.
      rest.setToken(options.token)
      try {
        const said = await rest[method](route, {
          auth: !tokenInRoute,
          signal: AbortSignal.timeout(timeoutMs),
          ...(body === undefined ? {} : { body }),
          ...(query === undefined ? {} : { query: new URLSearchParams(query) }),
          ...(files === undefined || files.length === 0 ? {} : { files }),
        })
        const read = answer.safeParse(said)
        if (read.success) return read.data
        throw new ChatError('unavailable', `${what} answered something else`, { cause: read.error })
      } catch (error) {
        throw toChatError(what, error, tokenInRoute)
      }
    },

    close() {
      rest.clearHashSweeper()
      rest.clearHandlerSweeper()
    },
  }
}
