import { z } from 'zod'
import { ConfigError } from './config-error.ts'
import { discordPage, halfSet, slackPage } from './half-set.ts'

/** Everything the environment says, checked once. Nothing else in the program reads `process.env`. */
export type Config = Readonly<{
  production: boolean
  port: number
  databaseUrl: string | undefined
  databasePoolSize: number
  /** The capacity of the database's plan. */
  databaseLimitGigabytes: number
  redisUrl: string | undefined
  publicUrl: string | undefined
  /** Name and mail address or page of the person who runs this. */
  publicContact: string | undefined
  appSecret: string | undefined
  /**
   * Previous values of APP_SECRET, newest first: they decrypt what they encrypted, and nothing new is created with
   * them.
   */
  earlierSecrets: readonly string[]
  slack: SlackConfig | undefined
  discord: DiscordConfig | undefined
  playground: boolean
  questions: string
  /** Undefined if not set: each process has its own default. */
  logLevel: (typeof logLevels)[number] | undefined
  workerConcurrency: number
  /** The texts of answers are erased after so many months. */
  retentionMonths: number
  /** Opens `/metrics` to anybody who has it. */
  metricsToken: string | undefined
  /** Which release this is, for logs. */
  release: string | undefined
}>

/** The settings of a process that has a database. */
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

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const wholeNumber = (least: number, most: number) =>
  z.coerce
    .number(`must be a whole number from ${least} to ${most}`)
    .int(`must be a whole number from ${least} to ${most}`)
    .min(least, `must be at least ${least}`)
    .max(most, `must be at most ${most}`)

const address = (protocols: RegExp, example: string) =>
  z.url({ protocol: protocols, error: `must be an address such as ${example}` })

const shortestSecret = 32

const webAddress = address(/^https?$/, 'https://quiz.example.com')

const variables = z.object({
  NODE_ENV: z.string().optional(),
  DYNO: z.string().optional(),
  HEROKU_APP_DEFAULT_DOMAIN_NAME: z.string().optional(),
  HEROKU_RELEASE_VERSION: z.string().optional(),
  PORT: wholeNumber(1, 65_535).default(3000),
  DATABASE_URL: address(/^postgres(ql)?$/, 'postgres://user:password@host:5432/name').optional(),
  DATABASE_POOL_SIZE: wholeNumber(1, 100).default(3),
  DATABASE_LIMIT_GB: wholeNumber(1, 10_000).default(1),
  REDIS_URL: address(/^rediss?$/, 'redis://host:6379').optional(),
  PUBLIC_URL: webAddress.optional(),
  PUBLIC_CONTACT: z
    .string()
    .max(200, 'must have at most 200 characters')
    .regex(/https?:\/\/|@/, 'must contain an email address or a page, such as Ada Lovelace <ada@example.com>')
    .optional(),
  APP_SECRET: z
    .string()
    .min(shortestSecret, 'must have at least 32 characters; `openssl rand -hex 32` generates one')
    .optional(),
  APP_SECRET_EARLIER: z
    .string()
    .transform((text) => text.split(',').map((secret) => secret.trim()))
    .refine(
      (secrets) => secrets.every((secret) => secret.length >= shortestSecret),
      'must be secrets of at least 32 characters each, separated by commas',
    )
    .optional(),
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(/^[0-9a-f]{32}$/i, `must be 32 hexadecimal characters (${slackPage})`)
    .optional(),
  SLACK_BOT_TOKEN: z
    .string()
    .regex(/^xoxb-/, 'must begin with xoxb- (your Slack app, OAuth & Permissions)')
    .optional(),
  SLACK_CLIENT_ID: z.string().optional(),
  SLACK_CLIENT_SECRET: z.string().optional(),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-/, `must begin with xapp- (${slackPage}, App-Level Tokens)`)
    .optional(),
  SLACK_API_URL: webAddress.refine((url) => url.endsWith('/'), 'must end with a slash').optional(),
  DISCORD_PUBLIC_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, `must be 64 hexadecimal characters (${discordPage})`)
    .optional(),
  DISCORD_APPLICATION_ID: z
    .string()
    .regex(/^\d{15,22}$/, `must be a number of 15 to 22 digits (${discordPage})`)
    .optional(),
  DISCORD_TOKEN: z.string().optional(),
  DISCORD_TRANSPORT: z.enum(['http', 'gateway'], 'must be http or gateway').default('http'),
  DISCORD_API_URL: webAddress.optional(),
  PLAYGROUND: z.enum(['on', 'off'], 'must be on or off').optional(),
  QUIZ_QUESTIONS: z.string().default('questions'),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).optional(),
  METRICS_TOKEN: z
    .string()
    .min(16, 'must have at least 16 characters; `openssl rand -hex 16` generates one')
    .optional(),
  WORKER_CONCURRENCY: wholeNumber(1, 200).default(32),
  RETENTION_MONTHS: wholeNumber(1, 120).default(12),
})

/** A process on Heroku cannot do without these. */
const dynoVariables = variables.required({ DATABASE_URL: true, APP_SECRET: true })

type Variables = z.infer<typeof variables>

/** Heroku's metadata about a dyno; nobody sets it. */
const toldByHeroku = ['NODE_ENV', 'DYNO', 'HEROKU_APP_DEFAULT_DOMAIN_NAME', 'HEROKU_RELEASE_VERSION']

/** The variables that people set. */
export const settingNames: readonly string[] = Object.keys(variables.shape).filter(
  (name) => !toldByHeroku.includes(name),
)

/** Throws one `ConfigError` that lists everything that is wrong. */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  return Object.freeze(toConfig(check(variables, environment)))
}

/** The same, with what a process of the Procfile requires. */
export function readDynoConfig(environment: Record<string, string | undefined> = process.env): AppConfig {
  const read = check(dynoVariables, environment)
  return Object.freeze({ ...toConfig(read), databaseUrl: read.DATABASE_URL, appSecret: read.APP_SECRET })
}

/** An empty variable means the same as none, as with `heroku config:set X=` or an empty value in .env. */
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
