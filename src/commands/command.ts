import type { Outside, Reply } from '../ports/chat-event.ts'
import type { Deps } from '../services/deps.ts'
import type { Asker } from '../services/players/recognise-asker.ts'

/** A command after `/heroku-quiz`. Dispatch, help, completion and registration use it. */
export type Command = {
  /** The words that identify the command: `['team', 'join']`. */
  path: readonly [string] | readonly [string, string]
  options: readonly Option[]
  /** One line, for help. */
  help: string
  who: 'all' | 'admin'
  run(deps: Deps, asker: Asker, options: Options): Promise<Reply>
  /** Runs the command outside every workspace. If absent, the command requires a workspace. */
  outside?(deps: Deps, event: Outside): Promise<Reply>
}

export type Option = {
  name: string
  help: string
  required: boolean
  /**
   * `word`: one of `choices`, or any single word if there are none. `text`: the rest of the line, as typed. Words of
   * different choices may be typed in any order.
   */
  kind: 'word' | 'text'
  choices?: readonly string[]
  /** Keeps the case of the word, such as a chat's id. Other words are lowercased. */
  exact?: true
  /**
   * Returns words for completion if they aren't fixed. The workspace is undefined until a person has used the app
   * there.
   */
  suggest?(deps: Deps, workspaceId: number | undefined): Promise<string[]>
}

export type Options = Readonly<Record<string, string>>

/** For example, `leaderboard [week|season|month|all] [teams|players]`. */
export function usageOf(command: Command): string {
  const options = command.options.map((option) => {
    const words = option.choices && option.choices.length <= 4 ? option.choices.join('|') : option.name
    const shown = option.choices && option.kind === 'word' ? words : words.toUpperCase()
    return option.required ? shown : `[${shown}]`
  })
  return [...command.path, ...options].join(' ')
}
