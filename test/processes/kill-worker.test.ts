import { expect, it, onTestFinished } from 'vitest'
import { openStore } from '../../src/adapters/postgres/index.ts'
import { quizProcesses } from '../kit/product/quiz-processes.ts'
import { startRedis, whyNoRedis } from '../kit/servers/redis.ts'

const noRedis = await whyNoRedis()
if (noRedis) console.log(`Left out with the queue on Redis: ${noRedis}`)

it.each(noRedis ? (['Postgres'] as const) : (['Postgres', 'Redis'] as const))(
  'an answer survives kill -9 of the worker, with the queue on %s',
  async (kind) => {
    const redis = kind === 'Redis' ? await startRedis() : undefined
    if (redis) onTestFinished(redis.stop)
    const quiz = await quizProcesses(redis ? { REDIS_URL: redis.url } : {})
    onTestFinished(quiz.close)
    const store = openStore({ url: quiz.databaseUrl, poolSize: 2, onError: () => {} })
    onTestFinished(store.close)

    const worker = await quiz.start('worker')
    const guest = await quiz.arrive()
    await guest.press('post-now:0')
    await expect.poll(async () => (await store.rounds.find(1))?.state, { timeout: 10_000 }).toBe('open')

    // The worker is killed right after the answer is sent. It may have started the job, finished it, or not seen it.
    await Promise.all([guest.submit('answer:1', 'temporary, for migrations'), worker.kill('SIGKILL')])
    await quiz.start('worker')
    await expect.poll(async () => (await store.answers.find(1))?.state, { timeout: 40_000, interval: 200 }).toBe('told')

    const attempts = await store.answers.ofPlayer(1, 1)
    expect(attempts).toHaveLength(1)
    expect(attempts[0]?.grade).toMatchObject({ verdict: 'correct', earned: 10, earnedInAll: 10 })
    expect(await store.boards.differences(1)).toEqual([])
  },
  90_000,
)
