import type { Command } from 'commander'
import type { ChatCommand, ChatModule } from '../adapters/chats/chat-module.ts'
import { chatModules } from '../config/chats.ts'
import { type Config, readConfig } from '../config/config.ts'
import { print, printJson } from './print.ts'
import { UsageError } from './usage-error.ts'

/** Adds the commands of the chat platforms, in a group for each platform. */
export function chatCommands(program: Command, modules = chatModules): void {
  for (const module of modules) {
    const { platform, name, commands = [] } = module
    if (commands.length === 0) continue
    const group = program.command(platform).description(`The ${name} app`)
    for (const command of commands) {
      const added = group.command(command.name).description(command.description)
      for (const { flag, description } of command.options) added.option(flag, description)
      added.action((given) => run(module, command, given, readConfig(undefined, modules)))
    }
  }
}

async function run(
  module: ChatModule,
  command: ChatCommand<unknown>,
  given: Record<string, true | undefined>,
  { chats, publicUrl }: Config,
): Promise<void> {
  const { commandWords } = await import('../commands/words/command-words.ts')
  const settings = chats.find((chat) => chat.module === module)?.settings
  const output = await command.run(given, settings, { publicUrl, commands: commandWords() })
  if ('wrongUsage' in output) throw new UsageError(output.wrongUsage)
  if ('json' in output) printJson(output.json)
  else print(output.line)
}
