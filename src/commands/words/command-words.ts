import type { CommandWords } from '../../ports/command-words.ts'
import { allCommands } from '../table.ts'

export function commandWords(): CommandWords[] {
  return allCommands.map(({ path, help, who, options }) => ({
    path,
    help,
    who,
    options: options.map(({ name, help: about, required, choices, suggest }) => ({
      name,
      help: about,
      required,
      completes: suggest !== undefined,
      ...(choices === undefined ? {} : { choices }),
    })),
  }))
}
