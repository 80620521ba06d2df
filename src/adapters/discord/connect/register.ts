import {
  ApplicationIntegrationType,
  ApplicationWebhookEventStatus,
  ApplicationWebhookEventType,
  OAuth2Scopes,
  type RESTPatchCurrentApplicationJSONBody,
  Routes,
} from 'discord.js'
import { z } from 'zod'
import { discordAppWords } from '../../../messages/discord.ts'
import type { CommandWords } from '../../../ports/command-words.ts'
import { createWebApi } from '../send/web-api.ts'
import { invitePermissions } from './invite.ts'
import { adminCommand, messageCommand, slashCommand } from './manifest.ts'
import { paths } from './paths.ts'

const registered = z.array(z.object({ name: z.string() }))

/**
 * Registers the slash commands and the message menu for every server, and replaces the earlier ones. It is safe to
 * repeat. Returns the registered names. Throws a `ChatError`.
 */
export async function registerCommands(options: {
  applicationId: string
  token: string
  apiUrl?: string | undefined
  commands: readonly CommandWords[]
}): Promise<string[]> {
  const web = createWebApi(options)
  try {
    const { commands } = options
    const body = [slashCommand(commands), adminCommand(commands), messageCommand()]
    const known = await web.call(
      { what: 'registering', method: 'put', route: Routes.applicationCommands(options.applicationId), body },
      registered,
    )
    return known.map(({ name }) => name)
  } finally {
    web.close()
  }
}

const shown = z.object({ description: z.string().nullish(), tags: z.array(z.string()).nullish() })
const done = z.unknown()

/**
 * Sets the app's install options and addresses at Discord, and its description and tags if they are empty. Discord
 * tests the address during this call, and refuses all changes if the app doesn't respond. Throws a `ChatError`.
 */
export async function presentApp(options: {
  token: string
  apiUrl?: string | undefined
  transport: 'http' | 'gateway'
  publicUrl?: string | undefined
}): Promise<void> {
  const { transport, publicUrl } = options
  const web = createWebApi(options)
  const route = Routes.currentApplication()
  try {
    const { description, tags } = await web.call({ what: 'asking about the app', method: 'get', route }, shown)
    const body: RESTPatchCurrentApplicationJSONBody = {
      ...(description ? {} : { description: discordAppWords.description }),
      ...(tags?.length ? {} : { tags: [...discordAppWords.tags] }),
      integration_types_config: {
        [ApplicationIntegrationType.GuildInstall]: {
          oauth2_install_params: {
            scopes: [OAuth2Scopes.ApplicationsCommands, OAuth2Scopes.Bot],
            permissions: invitePermissions,
          },
        },
        [ApplicationIntegrationType.UserInstall]: {
          oauth2_install_params: { scopes: [OAuth2Scopes.ApplicationsCommands], permissions: '0' },
        },
      },
      ...(transport === 'http' && publicUrl !== undefined
        ? {
            interactions_endpoint_url: publicUrl + paths.interactions,
            event_webhooks_url: publicUrl + paths.events,
            event_webhooks_status: ApplicationWebhookEventStatus.Enabled,
            event_webhooks_types: [ApplicationWebhookEventType.ApplicationAuthorized],
          }
        : {}),
    }
    await web.call({ what: 'describing the app', method: 'patch', route, body }, done)
  } finally {
    web.close()
  }
}
