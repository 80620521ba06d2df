import { redisPolicy } from '../../adapters/bullmq/index.ts'
import { openLog } from '../../adapters/log/open-log.ts'
import { openApp } from '../../app/open-app.ts'
import type { AppConfig, Config } from '../../config/config.ts'
import { addDatabase } from '../../config/variables.ts'
import type { Finding } from '../../ports/finding.ts'
import { databaseConfig } from '../open-operator.ts'
import { UsageError } from '../usage-error.ts'
import { examineDisk } from './examine-disk.ts'
import { check, quizCommand } from './finding.ts'
import { postgresRemedy } from './postgres-remedy.ts'
import { redisRemedy } from './redis-remedy.ts'

const fewestMinutes = 3

export async function examineServices(config: Config): Promise<Finding[]> {
  const appConfig = withDatabase(config)
  if (appConfig === undefined) {
    const remedy = config.production ? addDatabase : 'npm start'
    return [{ what: 'Postgres', state: 'wrong', detail: 'there is none', remedy }]
  }
  const { redisUrl } = appConfig
  const app = await openApp(appConfig, openLog({ level: 'silent', pretty: false, process: 'quiz' }))
  const { store, queue, bank } = app.deps
  const count = async (): Promise<string> => {
    const { waiting, active, delayed, failed, oldestWaitingMs } = await queue.depth()
    longestWaitMs = oldestWaitingMs
    return `${waiting} waiting, ${active} active, ${delayed} delayed, ${failed} failed`
  }
  let longestWaitMs = 0
  try {
    const postgres = await check(
      'Postgres',
      () => store.ping().then(() => 'answers'),
      (error) => postgresRemedy(error, appConfig),
    )
    const inside = postgres.state === 'ok' ? [check('tables', loaded, () => quizCommand('migrate', config))] : []
    const queues =
      redisUrl !== undefined
        ? [check('queue on Redis', count, (error) => redisRemedy(error, redisUrl))]
        : inside.map(() => check('queue on Postgres', count, () => quizCommand('migrate', config)))
    const found = [postgres, ...(await Promise.all([...inside, ...queues]))]
    if (redisUrl !== undefined) found.push(...(await examinePolicy(redisUrl, config)))
    const isStored = found.every(({ what, state }) => state !== 'wrong' || (what !== 'Postgres' && what !== 'tables'))
    found.push(...examineWorker(Math.max(longestWaitMs, isStored ? await overdueMs() : 0), config))
    return isStored ? [...found, examineDisk(await store.size(), config, new Date())] : found
  } finally {
    await app.close()
  }

  /** How long a daily question has been due. Without a worker, it isn't even added to the queue. */
  async function overdueMs(): Promise<number> {
    const now = new Date()
    const due = await store.channels.due(now, { after: 0, limit: 1000 })
    return Math.max(0, ...due.map(({ dueAt }) => now.getTime() - dueAt.getTime()))
  }

  async function loaded(): Promise<string> {
    const questions = await bank.current({ workspaceId: 0, packs: ['built-in'] })
    if (questions.length === 0) throw new Error('no questions are loaded')
    return `${questions.length} questions loaded`
  }
}

/** A worker looks for due work every few seconds, so some that has waited for minutes means that none is running. */
function examineWorker(longestWaitMs: number, { production }: Config): Finding[] {
  const minutes = Math.floor(longestWaitMs / 60_000)
  if (minutes < fewestMinutes) return []
  const detail = `something has been due for ${minutes} minutes, so no worker may be running`
  const remedy = production ? 'heroku ps:scale worker=1' : 'npm start'
  return [{ what: 'worker', state: 'wrong', detail, remedy }]
}

async function examinePolicy(url: string, { production }: Config): Promise<Finding[]> {
  const policy = await redisPolicy(url).catch(() => undefined)
  if (policy === undefined || policy === 'noeviction') return []
  const remedy = production
    ? 'heroku redis:maxmemory --policy noeviction'
    : 'redis-cli config set maxmemory-policy noeviction'
  return [{ what: 'memory of Redis', state: 'wrong', detail: `the policy ${policy} can delete jobs`, remedy }]
}

function withDatabase(config: Config): AppConfig | undefined {
  try {
    return databaseConfig(config)
  } catch (error) {
    if (error instanceof UsageError) return undefined
    throw error
  }
}
