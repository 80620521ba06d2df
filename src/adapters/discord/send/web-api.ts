import { type RawFile, REST, type RouteLike } from 'discord.js'
import type { z } from 'zod'
import { ChatError } from '../../../domain/errors.ts'
import { toChatError } from './errors.ts'

/** Calls Discord without retries, with a timeout of a few seconds, and throws `ChatError`s. The caller retries. */
export type WebApi = {
  call<T>(request: ApiRequest, answer: z.ZodType<T>): Promise<T>
  close(): void
}

export type ApiRequest = {
  /** A name for logs, because a route may contain a token. */
  what: string
  method: 'get' | 'post' | 'put' | 'patch'
  route: RouteLike
  body?: object
  query?: Record<string, string>
  files?: RawFile[]
  tokenInRoute?: boolean
}

const timeoutMs = 8000

/**
 * discord.js waits for rate limits without an error and tries three times for 15 seconds each. That would block jobs
 * and requests. Its queue still keeps each channel within the limits that Discord announces.
 */
function restOptions(from: { apiUrl?: string | undefined }) {
  return {
    ...(from.apiUrl === undefined ? {} : { api: from.apiUrl.replace(/\/+$/, '') }),
    retries: 0,
    timeout: timeoutMs,
    rejectOnRateLimit: () => true,
  }
}

export function createWebApi(options: { token: string; apiUrl?: string | undefined }): WebApi {
  const rest = new REST(restOptions(options))
  return {
    async call({ what, method, route, body, query, files, tokenInRoute }, answer) {
      // discord.js discards its token after any 401, even one that was caused by an interaction's expired token.
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
