import { ApplicationIntegrationType, InteractionContextType } from 'discord.js'
import type { Outside } from '../../../ports/chat-event.ts'
import type { InteractionPayload } from './payloads.ts'

/** Only `server` is a workspace that has the app. */
export type Where = { kind: 'server'; guild: string } | { kind: Outside['where'] }

/**
 * Returns the server or the outside place to which an interaction belongs. People who installed the app for themselves
 * can use it in any server and group, but only a server's own installation makes it a workspace. `named` is the server
 * in the id of one of our buttons, which is used in direct messages.
 */
export function whereOf(payload: InteractionPayload, named: string | undefined): Where {
  const { guild_id: guild, authorizing_integration_owners: owners, context } = payload
  if (!guild) {
    if (context === InteractionContextType.PrivateChannel) return { kind: 'group' }
    return named === undefined ? { kind: 'direct-message' } : { kind: 'server', guild: named }
  }
  const server = owners?.[ApplicationIntegrationType.GuildInstall]
  const person = owners?.[ApplicationIntegrationType.UserInstall]
  // Discord omitted both in the past, when only servers could install apps.
  const isInstalled = server === undefined ? person === undefined : server === guild
  return isInstalled ? { kind: 'server', guild } : { kind: 'foreign-server' }
}
