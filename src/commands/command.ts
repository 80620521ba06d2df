import type { Outside, Reply } from '../ports/chat-event.ts'
import type { Deps } from '../services/deps.ts'
import type { Asker } from '../services/players/recognise-asker.ts'

/** One thing people can type after `/heroku-quiz`: dispatch, help, completion and registration all read it. */
export type Command = {
  /** The words that name it: `['team', 'join']`. */
  path: readonly [string] | readonly [string, string]
  options: readonly Option[]
  /** One line, for help. */
  help: string
  who: 'all' | 'admin'
  run(deps: Deps, asker: Asker, options: Options): Promise<Reply>
  /** What the command does outside of every workspace. Without this, the command needs a workspace. */
  outside?(deps: Deps, event: Outside): Promise<Reply>
}

export type Option = {
  name: string
  help: string
  required: boolean
  /**
   * `word`: one of `choices`, or any single word if there are none. `text`: all the rest, as typed. Words of different
   * choices may be typed in any order.
   */
  kind: 'word' | 'text'
  choices?: readonly string[]
  /** A word whose case matters, such as a chat's id; others are lowercased. */
  exact?: true
  /**
   * Words to offer while typing, if they aren't known in advance. There may be no workspace before anybody has done
   * something there.
   */
  suggest?(deps: Deps, workspaceId: number | undefined): Promise<string[]>
}

export type Options = Readonly<Record<string, string>>

/** `leaderboard [week|season|month|all] [teams|players]`. */
export function usageOf(command: Command): string {
  const options = command.options.map((option) => {
    const words = option.choices && option.choices.length <= 4 ? option.choices.join('|') : option.name
    const shown = option.choices && option.kind === 'word' ? words : words.toUpperCase()
    return option.required ? shown : `[${shown}]`
  })
  return [...command.path, ...options].join(' ')
}
