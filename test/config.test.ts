import { describe, expect, it } from 'vitest'
import { type Config, readConfig, readDynoConfig } from '../src/config/config.ts'
import { ConfigError } from '../src/config/config-error.ts'

const slack = { SLACK_SIGNING_SECRET: '0123456789abcdef0123456789abcdef', SLACK_BOT_TOKEN: 'xoxb-1' }
const discord = {
  DISCORD_PUBLIC_KEY: 'ab'.repeat(32),
  DISCORD_APPLICATION_ID: '123456789012345678',
  DISCORD_TOKEN: 'x.y.z',
}

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map(({ detail }) => detail)
    throw error
  }
  return []
}

/** The settings of the chats that are set up, by platform. */
function chatsOf({ chats }: Config): Record<string, unknown> {
  return Object.fromEntries(chats.map(({ module, settings }) => [module.platform, settings]))
}

describe('the settings', () => {
  it('are all optional', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      questions: 'questions',
    })
    expect(chatsOf(readConfig({}))).toEqual({ playground: 'on' })
  })

  it('recognize a dyno and its public address', () => {
    const config = readConfig({ DYNO: 'web.1', HEROKU_APP_DEFAULT_DOMAIN_NAME: 'quiz-1.herokuapp.com' })
    expect(config).toMatchObject({ production: true, publicUrl: 'https://quiz-1.herokuapp.com' })
    expect(chatsOf(config)).toEqual({})
  })

  it('treat an empty variable as missing', () => {
    expect(readConfig({ REDIS_URL: '', PORT: ' ', SLACK_BOT_TOKEN: '' })).toMatchObject({
      port: 3000,
      redisUrl: undefined,
    })
  })

  it('read earlier secrets, newest first', () => {
    const [today, before, longBefore] = ['a', 'b', 'c'].map((letter) => letter.repeat(32))
    const environment = { APP_SECRET: today, APP_SECRET_EARLIER: `${before}, ${longBefore}` }
    expect(readConfig(environment)).toMatchObject({ appSecret: today, earlierSecrets: [before, longBefore] })
    expect(readConfig({ APP_SECRET: today }).earlierSecrets).toEqual([])
  })

  it('read both chats', () => {
    expect(chatsOf(readConfig({ ...slack, ...discord }))).toMatchObject({
      slack: { botToken: 'xoxb-1' },
      discord: { transport: 'http' },
    })
  })

  it.each<[story: string, environment: Record<string, string>, named: string[]]>([
    ['an invalid port', { PORT: '70000' }, ['PORT']],
    ['several at once', { PORT: 'x', LOG_LEVEL: 'loud', PUBLIC_URL: 'quiz' }, ['PORT', 'PUBLIC_URL', 'LOG_LEVEL']],
    ['a token without its signing secret', { SLACK_BOT_TOKEN: 'xoxb-1' }, ['SLACK_SIGNING_SECRET']],
    ['a signing secret without a token', { SLACK_SIGNING_SECRET: slack.SLACK_SIGNING_SECRET }, ['SLACK_BOT_TOKEN']],
    ['half of OAuth', { ...slack, SLACK_CLIENT_ID: '1.2' }, ['SLACK_CLIENT_SECRET']],
    [
      'OAuth without an address to come back to',
      { SLACK_SIGNING_SECRET: slack.SLACK_SIGNING_SECRET, SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 'x' },
      ['PUBLIC_URL'],
    ],
    ['a third of Discord', { DISCORD_TOKEN: 'x' }, ['DISCORD_PUBLIC_KEY', 'DISCORD_APPLICATION_ID']],
    ['a short secret', { APP_SECRET: 'abc' }, ['APP_SECRET']],
    ['a short earlier secret', { APP_SECRET: 'a'.repeat(32), APP_SECRET_EARLIER: 'abc' }, ['APP_SECRET_EARLIER']],
    ['an earlier secret without one of today', { APP_SECRET_EARLIER: 'a'.repeat(32) }, ['APP_SECRET']],
    ['an invalid database', { DATABASE_URL: 'mysql://x' }, ['DATABASE_URL']],
    ['a web API without its slash', { ...slack, SLACK_API_URL: 'http://localhost:1/api' }, ['SLACK_API_URL']],
  ])('refuse %s and name every variable', (_story, environment, named) => {
    const problems = problemsOf(environment)
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual(named)
  })

  it('never repeat a secret in an error', () => {
    expect(problemsOf({ SLACK_BOT_TOKEN: 'my-secret-token', APP_SECRET: 'my-short-secret' }).join()).not.toMatch(/my-/)
  })

  it('list everything that a dyno lacks in one error, with the commands that fix it', () => {
    const environment = { DYNO: 'web.1', SLACK_BOT_TOKEN: 'xoxb-1', LOG_LEVEL: 'loud' }
    expect(() => readDynoConfig(environment)).toThrowErrorMatchingInlineSnapshot(`
      [ConfigError: Some settings are wrong:
        - DATABASE_URL is missing
        - APP_SECRET is missing
        - LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent
        - SLACK_SIGNING_SECRET is missing, although other Slack settings are set (https://api.slack.com/apps, Basic Information, Signing Secret)
      On Heroku, this fixes them:
        heroku addons:create heroku-postgresql:essential-0
        heroku config:set APP_SECRET=$(openssl rand -hex 32)
        heroku config:unset LOG_LEVEL
        heroku config:set SLACK_SIGNING_SECRET=...]
    `)
  })
})
