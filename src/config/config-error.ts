/**
 * Lists every problem in the environment, each beginning with the variable, and the commands that fix them on Heroku.
 */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    const commands = [...new Set(problems.map(remedyOf))]
    super(`Some settings are wrong:\n${list(problems, '  - ')}\nOn Heroku, this fixes them:\n${list(commands, '  ')}`)
    this.problems = problems
  }
}

/** Returns the command that fixes a problem. The operator replaces `...` with a value. */
export function remedyOf(problem: string): string {
  const [variable = ''] = problem.split(' ')
  const unset = /is missing/.test(problem) ? addons[variable] : undefined
  return unset ?? special[variable] ?? `heroku config:set ${variable}=...`
}

const addons: Record<string, string> = {
  DATABASE_URL: 'heroku addons:create heroku-postgresql:essential-0',
  PUBLIC_URL: 'heroku labs:enable runtime-dyno-metadata',
}

/** Variables whose value comes from Heroku, a random generator or our default, so that there is nothing to fill in. */
const special: Record<string, string> = {
  APP_SECRET: 'heroku config:set APP_SECRET=$(openssl rand -hex 32)',
  METRICS_TOKEN: 'heroku config:set METRICS_TOKEN=$(openssl rand -hex 16)',
  PLAYGROUND: 'heroku config:set PLAYGROUND=on',
  DATABASE_URL: 'heroku pg:promote HEROKU_POSTGRESQL_...',
  ...Object.fromEntries(
    [
      // Heroku sets these itself, so a different value is always wrong.
      ...['PORT', 'REDIS_URL', 'PUBLIC_URL'],
      ...['LOG_LEVEL', 'DATABASE_POOL_SIZE', 'DATABASE_LIMIT_GB', 'WORKER_CONCURRENCY', 'RETENTION_MONTHS'],
      ...['DISCORD_TRANSPORT', 'DISCORD_API_URL', 'SLACK_API_URL'],
    ].map((variable) => [variable, `heroku config:unset ${variable}`]),
  ),
}

function list(lines: readonly string[], mark: string): string {
  return lines.map((line) => `${mark}${line}`).join('\n')
}
