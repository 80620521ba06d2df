import type { z } from 'zod'
import { ConfigError } from './config-error.ts'
import { halfSet } from './half-set.ts'
import { dynoVariables, type logLevels, type Variables, variables } from './variables.ts'

/** All settings from the environment, checked once. No other code reads `process.env`. */
export type Config = Readonly<{
  production: boolean
  port: number
  databaseUrl: string | undefined
  databasePoolSize: number
  databaseLimitGigabytes: number
  redisUrl: string | undefined
  publicUrl: string | undefined
  /** The operator's name, and a mail address or page. */
  publicContact: string | undefined
  appSecret: string | undefined
  /** Previous values of APP_SECRET, newest first. They only decrypt existing data. */
  earlierSecrets: readonly string[]
  slack: SlackConfig | undefined
  discord: DiscordConfig | undefined
  playground: boolean
  questions: string
  /** If undefined, each process uses its own default. */
  logLevel: (typeof logLevels)[number] | undefined
  workerConcurrency: number
  retentionMonths: number
  /** The token that protects `/metrics`. */
  metricsToken: string | undefined
  release: string | undefined
}>

export type AppConfig = Config & Readonly<{ databaseUrl: string; appSecret: string }>

export type SlackConfig = Readonly<{
  signingSecret: string
  botToken: string | undefined
  oauth: Readonly<{ clientId: string; clientSecret: string }> | undefined
  appToken: string | undefined
  apiUrl: string | undefined
}>

export type DiscordConfig = Readonly<{
  publicKey: string
  applicationId: string
  token: string
  transport: 'http' | 'gateway'
  apiUrl: string | undefined
}>

/** Throws one `ConfigError` that lists all problems. */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  return Object.freeze(toConfig(check(variables, environment)))
}

/** Like `readConfig`, with the variables that a process of the Procfile requires. */
export function readDynoConfig(environment: Record<string, string | undefined> = process.env): AppConfig {
  const read = check(dynoVariables, environment)
  return Object.freeze({ ...toConfig(read), databaseUrl: read.DATABASE_URL, appSecret: read.APP_SECRET })
}

/** An empty variable counts as unset. It can come from `heroku config:set X=` or from an empty value in .env. */
function check<Read>(schema: z.ZodType<Read>, environment: Record<string, string | undefined>): Read {
  const set = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
  const read = schema.safeParse(set)
  const malformed = read.error?.issues.map(({ path, message }) => {
    const name = path.join('.')
    return `${name} ${set[name] === undefined ? 'is missing' : message}`
  })
  const problems = [...(malformed ?? []), ...halfSet(set)]
  if (!read.success || problems.length > 0) throw new ConfigError(problems)
  return read.data
}

function toConfig(read: Variables): Config {
  const onHeroku = read.DYNO !== undefined
  const domain = read.HEROKU_APP_DEFAULT_DOMAIN_NAME
  const production = read.NODE_ENV === 'production' || onHeroku
  return {
    production,
    port: read.PORT,
    databaseUrl: read.DATABASE_URL,
    databasePoolSize: read.DATABASE_POOL_SIZE,
    databaseLimitGigabytes: read.DATABASE_LIMIT_GB,
    redisUrl: read.REDIS_URL,
    publicUrl: (read.PUBLIC_URL ?? (domain === undefined ? undefined : `https://${domain}`))?.replace(/\/+$/, ''),
    publicContact: read.PUBLIC_CONTACT?.trim(),
    appSecret: read.APP_SECRET,
    earlierSecrets: read.APP_SECRET_EARLIER ?? [],
    slack: slackConfig(read),
    discord: discordConfig(read),
    playground: read.PLAYGROUND === undefined ? !production : read.PLAYGROUND === 'on',
    questions: read.QUIZ_QUESTIONS,
    logLevel: read.LOG_LEVEL,
    workerConcurrency: read.WORKER_CONCURRENCY,
    retentionMonths: read.RETENTION_MONTHS,
    metricsToken: read.METRICS_TOKEN,
    release: read.HEROKU_RELEASE_VERSION,
  }
}

function slackConfig(read: Variables): SlackConfig | undefined {
  if (read.SLACK_SIGNING_SECRET === undefined) return undefined
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret } = read
  return {
    signingSecret: read.SLACK_SIGNING_SECRET,
    botToken: read.SLACK_BOT_TOKEN,
    oauth: clientId !== undefined && clientSecret !== undefined ? { clientId, clientSecret } : undefined,
    appToken: read.SLACK_APP_TOKEN,
    apiUrl: read.SLACK_API_URL,
  }
}

function discordConfig(read: Variables): DiscordConfig | undefined {
  const { DISCORD_PUBLIC_KEY: publicKey, DISCORD_APPLICATION_ID: applicationId, DISCORD_TOKEN: token } = read
  if (publicKey === undefined || applicationId === undefined || token === undefined) return undefined
  return { publicKey, applicationId, token, transport: read.DISCORD_TRANSPORT, apiUrl: read.DISCORD_API_URL }
}
