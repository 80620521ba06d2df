import { PermissionFlagsBits, Routes } from 'discord.js'
import { z } from 'zod'
import { ChatError } from '../../domain/errors.ts'
import type { Rights } from '../../ports/rights.ts'
import { partsOf } from '../chats/parts-of.ts'
import type { WebApi } from './send/web-api.ts'

const server = z.object({
  owner_id: z.string(),
  roles: z.array(z.object({ id: z.string(), permissions: z.string().regex(/^\d+$/) })),
})
const member = z.object({ roles: z.array(z.string()) })

/**
 * Manage Server, and the permission that includes it. Channels can't override Manage Server, so the roles alone decide.
 */
const adminsHave = PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator

/** The error codes Unknown Guild and Unknown Member. */
const notThere: readonly (string | undefined)[] = ['10004', '10007']

/** Computes permissions from a person's roles in the server, for use outside interactions, which contain them. */
export function createRights({ web }: { web: Pick<WebApi, 'call'> }): Rights {
  const isThere = async (asking: Promise<boolean>): Promise<boolean> =>
    asking.catch((error: unknown) => {
      if (error instanceof ChatError && notThere.includes(error.word)) return false
      throw error
    })
  const readMember = (guild: string, user: string) =>
    web.call({ what: 'reading a member', method: 'get', route: Routes.guildMember(guild, user) }, member)

  return {
    async isMember(player) {
      const [guild, user] = partsOf('discord', player, 2)
      return isThere(readMember(guild, user).then(() => true))
    },

    async isAdmin(player) {
      const [guild, user] = partsOf('discord', player, 2)
      const roles = web.call({ what: 'reading roles', method: 'get', route: Routes.guild(guild) }, server)
      return isThere(
        Promise.all([roles, readMember(guild, user)]).then(([{ owner_id: owner, roles }, { roles: theirs }]) => {
          // The everyone role has the server's id.
          const held = roles.filter(({ id }) => id === guild || theirs.includes(id))
          return owner === user || held.some(({ permissions }) => (BigInt(permissions) & adminsHave) !== 0n)
        }),
      )
    },
  }
}
