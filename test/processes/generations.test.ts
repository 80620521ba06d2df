import { setInterval as every } from 'node:timers/promises'
import { Client } from 'pg'
import { expect, it, onTestFinished } from 'vitest'
import { answerAll, answerStates, ask, gather } from '../kit/people/crowd.ts'
import { quizProcesses } from '../kit/product/quiz-processes.ts'
import { startRedis, type TestRedis, whyNoRedis } from '../kit/servers/redis.ts'

const noRedis = await whyNoRedis()
if (noRedis) console.log(`Left out with the queue on Redis: ${noRedis}`)

/** The limits of Heroku Postgres essential-0 and Heroku Key-Value Store mini. */
const connectionsAllowed = 20
const people = 40

it.each(noRedis ? (['Postgres'] as const) : (['Postgres', 'Redis'] as const))(
  'two generations and a release together stay within 20 connections and grade every answer once, with the queue on %s',
  async (kind) => {
    const redis = kind === 'Redis' ? await startRedis() : undefined
    if (redis) onTestFinished(redis.stop)
    const quiz = await quizProcesses(redis ? { REDIS_URL: redis.url } : {})
    onTestFinished(quiz.close)
    const counting = await countConnections(quiz.databaseUrl, redis)
    onTestFinished(async () => void (await counting.stop()))

    // During a restart, old and new dynos run at the same time, so there are two of each.
    const webs = await Promise.all([quiz.start('web'), quiz.start('web')])
    await Promise.all([quiz.start('worker'), quiz.start('worker')])
    const guests = await gather(quiz, webs, people)
    const watched = await Promise.all(guests.slice(0, 2).map((guest) => guest.watch()))
    const [taken, released] = await Promise.all([answerAll(guests), quiz.release()])
    expect([taken, released.status]).toEqual([people, 0])
    await expect
      .poll(() => answerStates(quiz.databaseUrl), { timeout: 45_000, interval: 250 })
      .toEqual({ told: people })
    for (const close of watched) close()

    // Each answer has one grade, one award and one message, no matter which of the four processes handled it.
    const [sums] = await ask(
      quiz.databaseUrl,
      `select (select count(*) from grades)::int as grades, (select sum(earned) from grades)::int as points,
              (select count(*) from transcript where key like 'tell % answer-%')::int as messages`,
    )
    expect(sums).toEqual({ grades: people, points: people * 10, messages: people })

    const { postgres, redis: store } = await counting.stop()
    console.log(`Most connections at once, with the queue on ${kind}: ${postgres} to Postgres, ${store} to Redis`)
    expect(postgres).toBeLessThanOrEqual(connectionsAllowed)
    expect(store).toBeLessThanOrEqual(connectionsAllowed)
  },
  120_000,
)

/** Counts connections twenty times a second, without its own, and returns the maximum. */
async function countConnections(
  databaseUrl: string,
  redis: TestRedis | undefined,
): Promise<{ stop(): Promise<{ postgres: number; redis: number }> }> {
  const client = new Client({ connectionString: databaseUrl, application_name: 'test' })
  await client.connect()
  const most = { postgres: 0, redis: 0 }
  const done = new AbortController()
  const counting = (async () => {
    for await (const _ of every(50, undefined, { signal: done.signal })) {
      const { rows } = await client.query<{ n: number }>(
        `select count(*)::int as n from pg_stat_activity
         where datname = current_database() and application_name <> 'test'`,
      )
      most.postgres = Math.max(most.postgres, rows[0]?.n ?? 0)
      if (redis === undefined) continue
      const clients = String(await redis.command('CLIENT', 'LIST'))
        .trim()
        .split('\n')
      most.redis = Math.max(most.redis, clients.length - 1)
    }
  })().catch((error: unknown) => {
    if (!done.signal.aborted) throw error
  })
  let stopped: Promise<void> | undefined
  return {
    async stop() {
      done.abort()
      stopped ??= counting.then(() => client.end())
      await stopped
      return most
    },
  }
}
