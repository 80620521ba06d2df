import { presentDiscord, registerDiscord, shownCommands } from '../app/open-chats.ts'
import { readConfig } from '../config/config.ts'
import { print, printJson } from './print.ts'
import { UsageError } from './usage-error.ts'

/**
 * Registers the slash commands, as the release phase does, and sets the app's install options. Both take effect
 * immediately in every server.
 */
export async function discordRegister({ json }: { json?: boolean }): Promise<void> {
  const { discord, publicUrl } = readConfig()
  if (discord === undefined) {
    throw new UsageError(
      'Set DISCORD_PUBLIC_KEY, DISCORD_APPLICATION_ID and DISCORD_TOKEN first: docs/discord.md says where they are.',
    )
  }
  const commands = await registerDiscord(discord)
  await presentDiscord({ discord, publicUrl })
  if (json) printJson({ commands })
  else print(`Discord: ${shownCommands(commands)} registered, and the app’s page filled in`)
}
