import { ApplicationIntegrationType, InteractionContextType } from 'discord.js'
import type { Outside } from '../../../ports/chat-event.ts'
import type { InteractionPayload } from './payloads.ts'

/** Only `server` is a workspace that has the app. */
export type Where = { kind: 'server'; guild: string } | { kind: Outside['where'] }

/**
 * Where an interaction counts. Somebody who installed the app for themselves can use it in every server and every group,
 * also with the permissions that they have there; that makes none of these a workspace. Only a server's own
 * installation does. `named` is the server that a button of ours names, which counts in direct messages.
 */
export function whereOf(payload: InteractionPayload, named: string | undefined): Where {
  const { guild_id: guild, authorizing_integration_owners: owners, context } = payload
  if (!guild) {
    if (context === InteractionContextType.PrivateChannel) return { kind: 'group' }
    return named === undefined ? { kind: 'direct-message' } : { kind: 'server', guild: named }
  }
  const server = owners?.[ApplicationIntegrationType.GuildInstall]
  const person = owners?.[ApplicationIntegrationType.UserInstall]
  // Discord has left both out before, when only servers could install apps.
  const isInstalled = server === undefined ? person === undefined : server === guild
  return isInstalled ? { kind: 'server', guild } : { kind: 'foreign-server' }
}
