import type { z } from 'zod'
import type { ChatModule } from '../adapters/chats/chat-module.ts'
import { type Environment, problemWith, readVariables } from '../adapters/chats/read-variables.ts'
import { chatModules } from './chats.ts'
import { ConfigError } from './config-error.ts'
import { addDatabase, dynoVariables, type logLevels, remedies, type Variables, variables } from './variables.ts'

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
  chats: readonly ChatInUse[]
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

/** A chat that is set up, with its settings. Only its module knows their type. */
export type ChatInUse = Readonly<{ module: ChatModule; settings: unknown }>

/** Throws one `ConfigError` that lists all problems. */
export function readConfig(environment: Environment = process.env, modules = chatModules): Config {
  const { read, chats } = check(variables, environment, modules)
  return Object.freeze(toConfig(read, chats))
}

/** Like `readConfig`, with the variables that a process of the Procfile requires. */
export function readDynoConfig(environment: Environment = process.env, modules = chatModules): AppConfig {
  const { read, chats } = check(dynoVariables, environment, modules)
  return Object.freeze({ ...toConfig(read, chats), databaseUrl: read.DATABASE_URL, appSecret: read.APP_SECRET })
}

export function hasPlayground({ chats }: Pick<Config, 'chats'>): boolean {
  return chats.some(({ module }) => module.platform === 'playground')
}

/** An empty variable counts as unset. It can come from `heroku config:set X=` or from an empty value in .env. */
function check<Read>(
  schema: z.ZodType<Read>,
  environment: Environment,
  modules: readonly ChatModule[],
): { read: Read; chats: ChatInUse[] } {
  const set = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
  const missing = set.DATABASE_URL === undefined ? { DATABASE_URL: addDatabase } : {}
  const { read, problems } = readVariables(schema, set, { ...remedies, ...missing })
  if (set.APP_SECRET_EARLIER !== undefined && set.APP_SECRET === undefined) {
    const what = 'is missing, although an earlier one is set (docs/operate.md, Secrets)'
    problems.push(problemWith('APP_SECRET', what, remedies.APP_SECRET))
  }
  const production = set.NODE_ENV === 'production' || set.DYNO !== undefined
  const chats = modules.map((module) => ({ module, ...module.readConfig(set, { production }) }))
  problems.push(...chats.flatMap((chat) => chat.problems))
  if (read === undefined || problems.length > 0) throw new ConfigError(problems)
  return {
    read,
    chats: chats.flatMap(({ module, settings }) => (settings === undefined ? [] : [{ module, settings }])),
  }
}

function toConfig(read: Variables, chats: readonly ChatInUse[]): Config {
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
    chats,
    questions: read.QUIZ_QUESTIONS,
    logLevel: read.LOG_LEVEL,
    workerConcurrency: read.WORKER_CONCURRENCY,
    retentionMonths: read.RETENTION_MONTHS,
    metricsToken: read.METRICS_TOKEN,
    release: read.HEROKU_RELEASE_VERSION,
  }
}
