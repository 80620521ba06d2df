import { z } from 'zod'
import { unset, webAddress } from '../adapters/chats/read-variables.ts'
import { chatModules } from './chats.ts'

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

export const settingNames: readonly string[] = [
  ...Object.keys(variables.shape).filter((name) => !setByHeroku.includes(name)),
  ...chatModules.flatMap((chat) => chat.variables),
]

export const addDatabase = 'heroku addons:create heroku-postgresql:essential-0'

/** Variables whose value comes from Heroku, a random generator or our default, so that there is nothing to fill in. */
export const remedies: Readonly<Record<string, string>> = {
  APP_SECRET: 'heroku config:set APP_SECRET=$(openssl rand -hex 32)',
  METRICS_TOKEN: 'heroku config:set METRICS_TOKEN=$(openssl rand -hex 16)',
  DATABASE_URL: 'heroku pg:promote HEROKU_POSTGRESQL_...',
  // Heroku sets these itself, so a different value is always wrong.
  ...unset('PORT', 'REDIS_URL', 'PUBLIC_URL'),
  ...unset('LOG_LEVEL', 'DATABASE_POOL_SIZE', 'DATABASE_LIMIT_GB', 'WORKER_CONCURRENCY', 'RETENTION_MONTHS'),
}
