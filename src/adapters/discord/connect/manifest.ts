import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  ContextMenuCommandBuilder,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
  SlashCommandBuilder,
  type SlashCommandStringOption,
  type SlashCommandSubcommandBuilder,
} from 'discord.js'
import { discordCommandWords } from '../../../messages/discord.ts'
import { suggestAsQuestion } from '../../../messages/packs/suggest.ts'
import type { CommandWords, OptionWords } from '../../../ports/command-words.ts'
import { shorten } from '../../chats/letters.ts'
import { limits } from '../render/limits.ts'

const commandName = 'heroku-quiz'

const adminCommandName = 'heroku-quiz-admin'
export const commandNames: readonly string[] = [commandName, adminCommandName]

type Body = RESTPostAPIChatInputApplicationCommandsJSONBody

/**
 * Builds the slash command for all rows of the table. People can also install it for themselves, so it is offered
 * everywhere, and commands that need a workspace say so in their reply. Discord can restrict only the whole command, so
 * the commands check permissions themselves.
 */
export function slashCommand(table: readonly CommandWords[]): Body {
  const command = new SlashCommandBuilder()
    .setName(commandName)
    .setDescription(shorten(discordCommandWords.description, limits.help))
    .setContexts(InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall)
  return withWords(command, table)
}

/** Builds a second slash command with the admin commands. Discord shows it only to people who may manage the server. */
export function adminCommand(table: readonly CommandWords[]): Body {
  const command = new SlashCommandBuilder()
    .setName(adminCommandName)
    .setDescription(shorten(discordCommandWords.adminDescription, limits.help))
    .setContexts(InteractionContextType.Guild)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
    .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
  return withWords(
    command,
    table.filter(({ who }) => who === 'admin'),
  )
}

/** Commands of one word become subcommands, and commands of two words become subcommands in a group. */
function withWords(command: SlashCommandBuilder, table: readonly CommandWords[]): Body {
  for (const [first, rows] of Map.groupBy(table, ({ path }) => path[0])) {
    const [only] = rows
    if (rows.length === 1 && only?.path.length === 1) command.addSubcommand((sub) => filled(sub, only.path[0], only))
    else {
      command.addSubcommandGroup((group) => {
        group.setName(first).setDescription(shorten(discordCommandWords.group(first), limits.help))
        // A Discord group can't be a command itself.
        for (const row of rows) {
          const [, second] = row.path
          if (second !== undefined) group.addSubcommand((sub) => filled(sub, second, row))
        }
        return group
      })
    }
  }
  return { ...command.toJSON(), type: ApplicationCommandType.ChatInput }
}

export function messageCommand(): RESTPostAPIContextMenuApplicationCommandsJSONBody {
  return new ContextMenuCommandBuilder()
    .setName(suggestAsQuestion)
    .setType(ApplicationCommandType.Message)
    .setContexts(InteractionContextType.Guild)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
    .toJSON()
}

function filled(sub: SlashCommandSubcommandBuilder, name: string, row: CommandWords): SlashCommandSubcommandBuilder {
  sub.setName(name).setDescription(shorten(row.help, limits.help))
  // Discord wants required options first. The words are put back in order when they arrive.
  for (const option of row.options.toSorted((one, other) => Number(other.required) - Number(one.required))) {
    sub.addStringOption((made) => described(made, option))
  }
  return sub
}

function described(made: SlashCommandStringOption, option: OptionWords): SlashCommandStringOption {
  made.setName(option.name).setDescription(shorten(option.help, limits.help)).setRequired(option.required)
  const { choices = [] } = option
  if (choices.length > 0 && choices.length <= limits.choices) {
    made.addChoices(...choices.map((word) => ({ name: word, value: word })))
  } else if (option.completes || choices.length > 0) made.setAutocomplete(true)
  return made
}
