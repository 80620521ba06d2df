import type { Choice } from '../../ports/chat-event.ts'
import type { Deps } from '../../services/deps.ts'
import { type Command, type Option, usageOf } from '../command.ts'

/** Discord's limit. */
const most = 25

/** Completes partial words after `/heroku-quiz`. Returns whole lines in the order of the table. */
export async function completeWords(
  commands: readonly Command[],
  deps: Deps,
  workspaceId: number | undefined,
  typed: string,
): Promise<Choice[]> {
  const text = typed.trimStart().toLowerCase()
  const complete = text.split(/\s+/u).slice(0, -1)
  const partial = text.split(/\s+/u).at(-1) ?? ''
  const own = commands.find(
    ({ path }) => path.length <= complete.length && path.every((word, i) => complete[i] === word),
  )
  if (own) return optionWords(own, deps, workspaceId, complete, partial)
  const known = commands.filter(({ path }) => path.join(' ').startsWith(text) || text === '')
  return known
    .slice(0, most)
    .map((command) => ({ word: command.path.join(' '), help: `${usageOf(command)}: ${command.help}` }))
}

async function optionWords(
  command: Command,
  deps: Deps,
  workspaceId: number | undefined,
  complete: readonly string[],
  partial: string,
): Promise<Choice[]> {
  const given = complete.slice(command.path.length)
  const choices: Choice[] = []
  for (const option of optionsAt(command, given.length)) {
    const words = option.choices ?? (option.suggest ? await option.suggest(deps, workspaceId) : [])
    if (words.some((word) => given.includes(word.toLowerCase()))) continue
    choices.push(
      ...words
        .filter((word) => isMeant(word.toLowerCase(), partial))
        .map((word) => ({ word: [...complete, word].join(' '), help: option.help })),
    )
  }
  return choices.slice(0, most)
}

/** The next option if the options have an order, otherwise all of them. */
function optionsAt({ options }: Command, at: number): readonly Option[] {
  return options.some(({ required, kind }) => required || kind === 'text') ? options.slice(at, at + 1) : options
}

/** Matches the beginning of the word or of a part, so that a city matches without its continent. */
function isMeant(word: string, partial: string): boolean {
  return word.startsWith(partial) || (partial !== '' && word.includes(`/${partial}`))
}
