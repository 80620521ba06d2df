import { Routes } from 'discord.js'
import { z } from 'zod'
import { ChatError } from '../../domain/errors.ts'
import { discordFaults } from '../../messages/discord.ts'
import type { DiscordDeps } from './deps.ts'

/** As many as one call returns. */
const pageSize = 1000

const page = z.array(
  z.object({ user: z.object({ id: z.string(), bot: z.boolean().nullish() }), roles: z.array(z.string()) }),
)

/** The people in a role. Discord lists only all members of a server, and only to apps with the members intent. */
export async function membersOfRole(deps: Pick<DiscordDeps, 'web'>, guild: string, role: string): Promise<string[]> {
  const found: string[] = []
  for (let after: string | undefined = '0'; after !== undefined; ) {
    const members: z.infer<typeof page> = await listMembers(deps, guild, after)
    found.push(...members.flatMap(({ user, roles }) => (roles.includes(role) && !user.bot ? [user.id] : [])))
    after = members.length < pageSize ? undefined : members.at(-1)?.user.id
  }
  return found
}

async function listMembers(
  deps: Pick<DiscordDeps, 'web'>,
  guild: string,
  after: string,
): Promise<z.infer<typeof page>> {
  try {
    return await deps.web.call(
      {
        what: 'listing members',
        method: 'get',
        route: Routes.guildMembers(guild),
        query: { limit: String(pageSize), after },
      },
      page,
    )
  } catch (error) {
    if (!(error instanceof ChatError && error.code === 'forbidden')) throw error
    throw new ChatError('forbidden', discordFaults.noMembers, { cause: error })
  }
}
