import { ApplicationIntegrationType, InteractionContextType } from 'discord.js'
import type { InteractionPayload } from './payloads.ts'

/** `server`: a workspace that has the app. `direct-message`: alone with the bot. `elsewhere`: anywhere that hasn't added it. */
export type Where = { kind: 'server'; guild: string } | { kind: 'direct-message' } | { kind: 'elsewhere' }

/**
 * Where an interaction counts. Somebody who installed the app for themselves can use it in every server and every group,
 * also with the permissions that they have there; that makes none of these a workspace. Only a server's own
 * installation does.
 */
export function whereOf({
  guild_id: guild,
  authorizing_integration_owners: owners,
  context,
}: InteractionPayload): Where {
  if (!guild) return { kind: context === InteractionContextType.PrivateChannel ? 'elsewhere' : 'direct-message' }
  const server = owners?.[ApplicationIntegrationType.GuildInstall]
  const person = owners?.[ApplicationIntegrationType.UserInstall]
  // Discord has left both out before, when only servers could install apps.
  const isInstalled = server === undefined ? person === undefined : server === guild
  return isInstalled ? { kind: 'server', guild } : { kind: 'elsewhere' }
}
