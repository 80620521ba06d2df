import type { ChatCommand } from '../../chats/chat-module.ts'
import type { DiscordSettings } from '../settings.ts'

/**
 * Registers the slash commands, as the release phase does, and sets the app's install options. Both take effect
 * immediately in every server.
 */
export const registerCommand: ChatCommand<DiscordSettings> = {
  name: 'register',
  description: 'Register the slash command with Discord',
  options: [{ flag: '--json', description: 'print JSON' }],
  async run({ json }, settings, { commands, publicUrl }) {
    if (settings === undefined) {
      return {
        wrongUsage:
          'Set DISCORD_PUBLIC_KEY, DISCORD_APPLICATION_ID and DISCORD_TOKEN first: docs/discord.md says where they are.',
      }
    }
    const { presentApp, registerCommands } = await import('./register.ts')
    const names = await registerCommands({ ...settings, commands })
    await presentApp({ ...settings, publicUrl })
    if (json) return { json: { commands: names } }
    return { line: `Discord: ${shownCommands(names)} registered, and the app’s settings updated` }
  },
}

/**
 * Returns commands as people see them. The name of a slash command can't contain a space, but the name of a menu entry
 * can.
 */
export function shownCommands(names: readonly string[]): string {
  return names.map((name) => (name.includes(' ') ? `“${name}”` : `/${name}`)).join(', ')
}
