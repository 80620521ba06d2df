import { pages } from '../../messages/site/pages.ts'
import type { ChatModule } from '../chats/chat-module.ts'
import { inviteLink, ownInstallLink } from './connect/invite.ts'
import { registerCommand, shownCommands } from './connect/register-command.ts'
import { type DiscordSettings, readConfig, variables } from './settings.ts'

export const discord: ChatModule<DiscordSettings> = {
  platform: 'discord',
  name: 'Discord',
  variables,
  readConfig,
  whenOff: {
    detail: 'not set up, docs/discord.md explains how',
    remedy: 'heroku config:set DISCORD_PUBLIC_KEY=... DISCORD_APPLICATION_ID=... DISCORD_TOKEN=...',
  },
  transport: ({ transport }) => transport,

  async open(settings, needs) {
    const { createDiscord } = await import('./create-discord.ts')
    return createDiscord({ ...needs, ...settings, tries: needs.store.tries })
  },

  links: ({ applicationId }) => [
    { href: inviteLink(applicationId), text: pages.front.discord, as: 'button' },
    { href: ownInstallLink(applicationId), text: pages.front.practice, as: 'more' },
  ],

  /** If Discord is unavailable, the commands of the previous release still work. */
  async release(settings, { commands }) {
    const { registerCommands } = await import('./connect/register.ts')
    try {
      return `${shownCommands(await registerCommands({ ...settings, commands }))} registered`
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      return `not registered (${reason}). Later: heroku run quiz discord register`
    }
  },

  async examine(settings, means) {
    const { examineDiscord } = await import('./connect/examine.ts')
    return examineDiscord(settings, means)
  },

  commands: [registerCommand],
}
