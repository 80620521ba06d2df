import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js'
import type { CommandWords, OptionWords } from '../../../ports/command-words.ts'
import type { Completion } from './incoming.ts'
import type { CommandPayload } from './payloads.ts'
import { withRolePlaces } from './plain-words.ts'

type Given = { name: string; value: string; focused: boolean }

/** Returns a slash command as the words that people type on other platforms. */
export function wordsOf({ data, guild_id }: CommandPayload, table: readonly CommandWords[]): string {
  if (data.type === ApplicationCommandType.Message) {
    return `suggest ${data.resolved?.messages?.[data.target_id ?? '']?.content ?? ''}`.trim()
  }
  const { path, given } = invoked(data)
  const words = [...path, ...inOrder(given, rowOf(path, table)).map(({ value }) => value)].join(' ').trim()
  return guild_id ? withRolePlaces(words, guild_id) : words
}

/**
 * Returns the words typed so far and the option at the cursor. Only the option's first word is looked up, and names of
 * several words are compared in full when the result arrives.
 */
export function completionOf(
  data: CommandPayload['data'],
  table: readonly CommandWords[],
): Completion & { words: string } {
  const { path, given } = invoked(data)
  const row = rowOf(path, table)
  const focused = given.find((one) => one.focused)
  const others = inOrder(given, row).filter((one) => one !== focused)
  const before = `${[...path, ...others.map(({ value }) => value)].join(' ').toLowerCase().split(/\s+/u).join(' ')} `
  const typed = focused?.value.trim().toLowerCase() ?? ''
  return {
    words: before + (typed.split(/\s+/u)[0] ?? ''),
    before,
    typed,
    others: row?.options.flatMap(({ name, choices }) => (name === focused?.name ? [] : (choices ?? []))) ?? [],
  }
}

function invoked(data: CommandPayload['data']): { path: string[]; given: Given[] } {
  const path: string[] = []
  let options: Leaf[] = data.options ?? []
  for (let [first] = options; first && deeper.includes(first.type); [first] = options) {
    path.push(first.name)
    options = first.options ?? []
  }
  return {
    path,
    given: options.map(({ name, value, focused }) => ({ name, value: String(value ?? ''), focused: focused === true })),
  }
}

type Leaf = {
  name: string
  type: number
  value?: unknown
  focused?: boolean | null | undefined
  options?: Leaf[] | null | undefined
}

const deeper: readonly number[] = [
  ApplicationCommandOptionType.Subcommand,
  ApplicationCommandOptionType.SubcommandGroup,
]

function rowOf(path: readonly string[], table: readonly CommandWords[]): CommandWords | undefined {
  return table.find((row) => row.path.join(' ') === path.join(' '))
}

/**
 * Discord sends options in the order in which people selected them. Options that an older release registered come last.
 */
function inOrder(given: readonly Given[], row: CommandWords | undefined): Given[] {
  const rank = ({ name }: Pick<OptionWords, 'name'>): number => {
    const at = row?.options.findIndex((option) => option.name === name) ?? -1
    return at < 0 ? Number.MAX_SAFE_INTEGER : at
  }
  return given.toSorted((one, other) => rank(one) - rank(other))
}
