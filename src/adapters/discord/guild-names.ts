import { Routes } from 'discord.js'
import { z } from 'zod'
import type { Clock } from '../../ports/clock.ts'
import type { WebApi } from './send/web-api.ts'

/** Looks up the names of servers, because an interaction contains only their ids. */
export type GuildNames = {
  known(guild: string): string
  /** Fetches the name at most once an hour. Throws a `ChatError`. */
  learn(guild: string): Promise<void>
}

const freshMs = 60 * 60_000
const mostKept = 5000

const answer = z.object({ name: z.string() })

export function createGuildNames(deps: { web: WebApi; clock: Clock }): GuildNames {
  const names = new Map<string, { name: string; askAgainAt: number }>()
  return {
    known: (guild) => names.get(guild)?.name ?? '',
    async learn(guild) {
      const now = deps.clock.now().getTime()
      const kept = names.get(guild)
      if (kept && kept.askAgainAt > now) return
      if (names.size >= mostKept) names.clear()
      const asked = { name: kept?.name ?? '', askAgainAt: now + freshMs }
      names.set(guild, asked)
      const { name } = await deps.web.call(
        { what: 'naming a server', method: 'get', route: Routes.guild(guild) },
        answer,
      )
      names.set(guild, { ...asked, name })
    },
  }
}
