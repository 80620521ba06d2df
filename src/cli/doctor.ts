import { openLog } from '../adapters/log/open-log.ts'
import { QuestionFileError, readBank } from '../adapters/question-files/index.ts'
import { openApp } from '../app.ts'
import { type Config, readConfig } from '../config.ts'
import { ConfigError, mendOf } from '../config-error.ts'
import { databaseConfig } from './open-operator.ts'
import { print, printJson } from './print.ts'

type Finding = { what: string; state: 'ok' | 'off' | 'wrong'; detail: string; mend?: string }

/** Looks at every setting and outside service. Exit status 1 where something is wrong. */
export async function doctor({ json }: { json?: boolean }): Promise<void> {
  const findings = await examine()
  if (json) printJson({ ok: findings.every(({ state }) => state !== 'wrong'), findings })
  else for (const finding of findings) show(finding)
  if (findings.some(({ state }) => state === 'wrong')) process.exitCode = 1
}

async function examine(): Promise<Finding[]> {
  try {
    const config = readConfig()
    return [
      ...settings(config),
      await questions(config),
      ...(await services(config)),
      ...(await slackToken(config)),
      ...(await discordApp(config)),
    ]
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return error.problems.map((problem) => ({
      what: 'settings',
      state: 'wrong',
      detail: problem,
      mend: mendOf(problem),
    }))
  }
}

function settings(config: Config): Finding[] {
  const on = (what: string, set: boolean, detail: string, mend: string): Finding => ({
    what,
    state: set ? 'ok' : 'off',
    detail: set ? detail : 'not set up',
    ...(set ? {} : { mend }),
  })
  const secret: Finding =
    config.appSecret !== undefined
      ? { what: 'APP_SECRET', state: 'ok', detail: 'set' }
      : {
          what: 'APP_SECRET',
          state: config.production ? 'wrong' : 'off',
          detail: config.production ? 'missing' : 'made by npm start',
          mend: 'heroku config:set APP_SECRET=$(openssl rand -hex 32)',
        }
  return [
    secret,
    on(
      'PUBLIC_URL',
      config.publicUrl !== undefined,
      config.publicUrl ?? '',
      'heroku labs:enable runtime-dyno-metadata, or heroku config:set PUBLIC_URL=https://...',
    ),
    on(
      'Slack',
      config.slack !== undefined,
      config.slack?.appToken ? 'Socket Mode' : 'HTTP',
      'heroku config:set SLACK_SIGNING_SECRET=... SLACK_BOT_TOKEN=... (docs/slack.md)',
    ),
    on(
      'Discord',
      config.discord !== undefined,
      config.discord?.transport ?? '',
      'heroku config:set DISCORD_PUBLIC_KEY=... DISCORD_APPLICATION_ID=... DISCORD_TOKEN=... (docs/discord.md)',
    ),
    on('playground', config.playground, 'on', 'heroku config:set PLAYGROUND=on'),
    on(
      'metrics',
      config.metricsToken !== undefined,
      'at /metrics',
      'heroku config:set METRICS_TOKEN=$(openssl rand -hex 16)',
    ),
  ]
}

async function questions(config: Config): Promise<Finding> {
  try {
    const bank = await readBank(config.questions)
    return { what: 'questions', state: 'ok', detail: `${bank.length} in ${config.questions}` }
  } catch (error) {
    if (!(error instanceof QuestionFileError)) throw error
    return { what: 'questions', state: 'wrong', detail: error.message, mend: 'npm run quiz -- questions check' }
  }
}

async function services(config: Config): Promise<Finding[]> {
  const appConfig = databaseConfig(config)
  const app = await openApp(appConfig, openLog({ level: 'silent', pretty: false, process: 'quiz' }))
  try {
    const { store, queue, bank } = app.deps
    return await Promise.all([
      check(
        'Postgres',
        () => store.ping().then(() => 'answers'),
        'heroku addons:create heroku-postgresql:essential-0, then heroku pg:info',
      ),
      check('tables', async () => `${(await bank.current()).length} questions loaded`, 'heroku run quiz migrate'),
      check(
        config.redisUrl === undefined ? 'queue on Postgres' : 'queue on Redis',
        async () => {
          const { waiting, active, delayed, failed } = await queue.depth()
          return `${waiting} waiting, ${active} active, ${delayed} delayed, ${failed} failed`
        },
        config.redisUrl === undefined ? 'heroku run quiz migrate' : 'heroku redis:info',
      ),
    ])
  } finally {
    await app.close()
  }
}

/** With OAuth every workspace has a token of its own, and each installed with what the manifest asked for then. */
async function slackToken({ slack }: Config): Promise<Finding[]> {
  if (slack?.botToken === undefined) return []
  const { botToken, apiUrl } = slack
  const { checkToken } = await import('../adapters/slack/check.ts')
  const log = openLog({ level: 'silent', pretty: false, process: 'quiz' })
  const ask = async (): Promise<string> => {
    const { team, missingScopes } = await checkToken({ botToken, log, ...(apiUrl === undefined ? {} : { apiUrl }) })
    if (missingScopes.length > 0) throw new Error(`in ${team}, without the scopes ${missingScopes.join(', ')}`)
    return team
  }
  const mend = 'paste the manifest of `quiz slack manifest` again, then Reinstall to Workspace (docs/slack.md)'
  return [await check('Slack token', ask, mend)]
}

async function discordApp({ discord, publicUrl }: Config): Promise<Finding[]> {
  if (discord === undefined) return []
  const { apiUrl, ...settings } = discord
  const { checkApp } = await import('../adapters/discord/check.ts')
  const ask = async (): Promise<string> => {
    const { name, faults, notes } = await checkApp({
      ...settings,
      ...(publicUrl === undefined ? {} : { publicUrl }),
      ...(apiUrl === undefined ? {} : { apiUrl }),
    })
    if (faults.length > 0) throw new Error(faults.join('; '))
    return [name, ...notes].join('; ')
  }
  return [await check('Discord app', ask, 'https://discord.com/developers/applications (docs/discord.md)')]
}

async function check(what: string, ask: () => Promise<string>, mend: string): Promise<Finding> {
  try {
    return { what, state: 'ok', detail: await ask() }
  } catch (error) {
    return { what, state: 'wrong', detail: error instanceof Error ? error.message : String(error), mend }
  }
}

const marks: Record<Finding['state'], string> = { ok: '✓', off: '–', wrong: '✗' }

function show({ what, state, detail, mend }: Finding): void {
  print(`${marks[state]} ${what}: ${detail}`)
  if (mend !== undefined && state !== 'ok') print(`    ${mend}`)
}
