import { type RawFile, REST, type RouteLike } from 'discord.js'
import type { z } from 'zod'
import { ChatError } from '../../../domain/errors.ts'
import { toChatError } from './errors.ts'

/** Every call to Discord: once, within seconds, and with `ChatError`s. Who wants it tried again does so itself. */
export type WebApi = {
  call<T>(request: ApiRequest, answer: z.ZodType<T>): Promise<T>
  close(): void
}

export type ApiRequest = {
  /** For logs: a route may hold a token. */
  what: string
  method: 'get' | 'post' | 'put' | 'patch'
  route: RouteLike
  body?: object
  query?: Record<string, string>
  files?: RawFile[]
  /** The route holds a token of its own. */
  tokenInRoute?: boolean
}

const timeoutMs = 8000

/**
 * discord.js waits rate limits out in silence and tries three times for a quarter of a minute each: no job and no press
 * may hang on that. Its own queue still keeps us within the limits that Discord announces, each channel by itself.
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
      // discord.js drops its token on any 401, also on one that an interaction's old token got.
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
