import type { Problem } from '../adapters/chats/read-variables.ts'

/** Lists all problems in the environment, and the commands that fix them on Heroku. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    const details = problems.map(({ detail }) => detail)
    const commands = [...new Set(problems.map(({ remedy }) => remedy))]
    super(`Some settings are wrong:\n${list(details, '  - ')}\nOn Heroku, this fixes them:\n${list(commands, '  ')}`)
    this.problems = problems
  }
}

function list(lines: readonly string[], mark: string): string {
  return lines.map((line) => `${mark}${line}`).join('\n')
}
