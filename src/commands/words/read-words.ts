import { nearestNames } from '../../domain/nearest-names.ts'
import type { Command, Option, Options } from '../command.ts'
import { aliasNames, withoutAlias } from './aliases.ts'

export type ReadWords =
  | { kind: 'command'; command: Command; options: Options }
  /** The words name a command but don't fit it: some words are unknown, or a required one is missing. */
  | { kind: 'misused'; command: Command; typed: string; missing?: Option }
  | { kind: 'unknown'; typed: string; nearest: Command[] }

/**
 * Parses the text after `/heroku-quiz` with the table of commands. In command words, case and extra spaces are ignored.
 */
export function readWords(commands: readonly Command[], typed: string): ReadWords {
  const text = withoutAlias(typed.trim(), namesOne(commands))
  const command = longestPath(commands, text)
  if (!command) return unknown(commands, text)
  // The word opens a form but also begins other commands, and the rest was meant for one of those.
  const begins = commands.some(({ path }) => path.length > command.path.length && path[0] === command.path[0])
  if (begins && text.includes(' ')) return unknown(commands, text)
  const rest = text.replace(new RegExp(`^(\\S+\\s*){${command.path.length}}`, 'u'), '')
  return readOptions(command, rest)
}

function namesOne(commands: readonly Command[]): (first: string) => boolean {
  return (first) => commands.some(({ path }) => path[0] === first)
}

function longestPath(commands: readonly Command[], text: string): Command | undefined {
  const words = text.toLowerCase().split(/\s+/u)
  return commands
    .filter(({ path }) => path.every((word, index) => words[index] === word))
    .toSorted((a, b) => b.path.length - a.path.length)[0]
}

function readOptions(command: Command, rest: string): ReadWords {
  const options: Record<string, string> = {}
  let left = rest.trim()
  while (left !== '') {
    const [word = ''] = left.split(/\s+/u, 1)
    const option = command.options.find((one) => !(one.name in options) && accepts(one, word))
    if (!option) return { kind: 'misused', command, typed: left }
    options[option.name] = option.kind === 'text' ? left : option.exact ? word : word.toLowerCase()
    left = option.kind === 'text' ? '' : left.slice(word.length).trim()
  }
  const missing = command.options.find((option) => option.required && !(option.name in options))
  return missing ? { kind: 'misused', command, typed: rest.trim(), missing } : { kind: 'command', command, options }
}

function accepts(option: Option, word: string): boolean {
  return option.choices === undefined || option.choices.includes(word.toLowerCase())
}

function unknown(commands: readonly Command[], text: string): ReadWords {
  const [first = '', second = ''] = text.toLowerCase().split(/\s+/u)
  const group = commands.filter(({ path }) => path.length === 2 && path[0] === first)
  if (group.length > 0) {
    const near = nearestNames(
      second,
      group.map(({ path }) => path[1] ?? ''),
    )
    const meant = group.filter(({ path }) => near.includes(path[1] ?? ''))
    return { kind: 'unknown', typed: text, nearest: meant.length > 0 ? meant : group }
  }
  const names = [...new Set(commands.map(({ path }) => path[0]))]
  const own = nearestNames(first, names)
  const near =
    own.length > 0 ? own : nearestNames(first, aliasNames).map((name) => withoutAlias(name, namesOne(commands)))
  const meant = near.flatMap((words) => commands.filter(({ path }) => begins(path, words)))
  return { kind: 'unknown', typed: text, nearest: [...new Set(meant)].slice(0, 3) }
}

/** `team` begins all commands of the group; `team join` is one of them. */
function begins(path: readonly string[], words: string): boolean {
  return words.split(' ').every((word, index) => path[index] === word)
}
