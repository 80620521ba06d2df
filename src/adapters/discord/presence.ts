import { setTimeout as wait } from 'node:timers/promises'
import { Routes } from 'discord.js'
import { z } from 'zod'
import { ChatError } from '../../domain/errors.ts'
import type { WebApi } from './send/web-api.ts'

const pageSize = 200
/** If the list is longer than this, the run fails. */
const mostPages = 500
/** The most servers that one run checks individually. The others wait for the next run. */
const mostAsked = 100

/** Rate limits of at most this length are waited out, because no person waits for the result. */
const longestWaitMs = 10_000
const mostWaits = 5

const guilds = z.array(z.object({ id: z.string() }))
const anything = z.unknown()

/**
 * Returns whether the app is still in each of these servers, without the uncertain ones. Over HTTP, Discord sends no
 * event when a server removes the app. A server that is missing from the list is checked once more, because deleting
 * data that is still in use is far worse than keeping it for another day. Throws a `ChatError`.
 */
export async function presenceIn(
  deps: { web: Pick<WebApi, 'call'> },
  servers: readonly string[],
): Promise<Map<string, boolean>> {
  const presence = new Map<string, boolean>()
  if (servers.length === 0) return presence
  const listed = await listServers(deps)
  for (const server of servers) if (listed.has(server)) presence.set(server, true)
  const absent = servers.filter((server) => !listed.has(server))
  for (const server of absent.slice(0, mostAsked)) presence.set(server, await isIn(deps, server))
  return presence
}

async function listServers({ web }: { web: Pick<WebApi, 'call'> }): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  let after = '0'
  for (let page = 0; page < mostPages; page++) {
    const query = { limit: String(pageSize), after }
    const part = await waitingOutLimits(() =>
      web.call({ what: 'listing servers', method: 'get', route: Routes.userGuilds(), query }, guilds),
    )
    for (const { id } of part) found.add(id)
    const last = part.at(-1)
    if (part.length < pageSize || !last) return found
    after = last.id
  }
  throw new ChatError('unavailable', 'the list of servers is too long')
}

async function isIn({ web }: { web: Pick<WebApi, 'call'> }, server: string): Promise<boolean> {
  try {
    await waitingOutLimits(() =>
      web.call({ what: 'asking about a server', method: 'get', route: Routes.guild(server) }, anything),
    )
    return true
  } catch (error) {
    // Discord returns one of these codes for a server that we have left.
    if (error instanceof ChatError && (error.word === '10004' || error.word === '50001')) return false
    throw error
  }
}

async function waitingOutLimits<T>(call: () => Promise<T>): Promise<T> {
  for (let waits = 0; ; waits++) {
    try {
      return await call()
    } catch (error) {
      const limited = error instanceof ChatError && error.code === 'rate-limited'
      const waitMs = limited ? (error.retryAfterMs ?? 0) : Infinity
      if (waitMs > longestWaitMs || waits === mostWaits) throw error
      await wait(waitMs)
    }
  }
}
