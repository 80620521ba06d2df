import { z } from 'zod'
import { discordPage, slackPage } from './half-set.ts'

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

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

export const variables = z.object({
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

export const dynoVariables = variables.required({ DATABASE_URL: true, APP_SECRET: true })

export type Variables = z.infer<typeof variables>

const setByHeroku = ['NODE_ENV', 'DYNO', 'HEROKU_APP_DEFAULT_DOMAIN_NAME', 'HEROKU_RELEASE_VERSION']

export const settingNames: readonly string[] = Object.keys(variables.shape).filter(
  (name) => !setByHeroku.includes(name),
)
