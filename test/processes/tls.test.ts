import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { createQueue } from '../../src/adapters/bullmq/index.ts'
import { openStore } from '../../src/adapters/postgres/index.ts'
import { answerAll, gather } from '../kit/people/crowd.ts'
import { quizProcesses } from '../kit/product/quiz-processes.ts'
import { startRedis, type TestRedis, whyNoRedis } from '../kit/servers/redis.ts'
import { whyNoOpenssl } from '../kit/servers/self-signed.ts'
import { startTlsPostgres, type TlsPostgres } from '../kit/servers/tls-postgres.ts'

const missing = (await whyNoRedis()) ?? (await whyNoOpenssl())
if (missing) console.log(`Left out, TLS to both add-ons: ${missing}`)

/** Both add-ons as on Heroku: TLS only, with self-signed certificates. */
describe.skipIf(missing)('behind TLS', () => {
  let postgres: TlsPostgres
  let redis: TestRedis

  beforeAll(async () => {
    redis = await startRedis({ tls: true })
  })
  afterAll(() => redis?.stop())

  // Each test has a separate server, because the server has only one database.
  beforeEach(async () => {
    postgres = await startTlsPostgres()
  })
  afterEach(() => postgres?.stop())

  /** The database is deleted with its server. */
  function processes(environment: Record<string, string>): ReturnType<typeof quizProcesses> {
    return quizProcesses(environment, { database: { url: postgres.url, drop: async () => {} } })
  }

  it.each([
    ['the queue on Redis', () => ({ REDIS_URL: redis.url })],
    ['the queue on Postgres', () => ({})],
  ])(
    'an answer is graded and delivered, with %s',
    async (_where, environment) => {
      const quiz = await processes(environment())
      onTestFinished(quiz.close)
      expect(await quiz.release()).toMatchObject({ status: 0 })
      const [web] = await Promise.all([quiz.start('web'), quiz.start('worker')])
      const store = openStore({ url: postgres.url, poolSize: 1, onError: () => {} })
      onTestFinished(store.close)
      const [guest] = await gather(quiz, [web], 1)
      expect(await answerAll(guest ? [guest] : [])).toBe(1)
      await expect.poll(async () => (await store.answers.find(1))?.state, { timeout: 20_000 }).toBe('told')
    },
    60_000,
  )

  it.each([
    ['sslmode=disable', 'DATABASE_URL has sslmode=disable, and the server requires encryption'],
    ['sslmode=verify-full', 'DATABASE_URL requires a certificate that can be verified'],
  ])(
    'a release with %s fails with one line that names the problem',
    async (setting, words) => {
      const quiz = await processes({ DATABASE_URL: `${postgres.url}?${setting}` })
      onTestFinished(quiz.close)
      const { status, output } = await quiz.release()
      expect(status).toBe(1)
      expect(output.trim().split('\n')).toEqual([expect.stringContaining(words)])
    },
    60_000,
  )

  it('the error explains that Redis requires TLS', async () => {
    const queue = createQueue({
      databaseUrl: postgres.url,
      redisUrl: redis.url.replace('rediss:', 'redis:'),
      onError: () => {},
    })
    onTestFinished(() => queue.close())
    await expect(queue.depth()).rejects.toThrow('REDIS_URL begins with redis://, and the server may require TLS')
  })
})
