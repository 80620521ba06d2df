import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { openStore } from '../../src/adapters/postgres/index.ts'
import { answerAll, answerStates, gather } from '../kit/people/crowd.ts'
import { quizProcesses } from '../kit/product/quiz-processes.ts'
import { startRedis, whyNoRedis } from '../kit/servers/redis.ts'

const noRedis = await whyNoRedis()
if (noRedis) console.log(`Left out with the queue on Redis: ${noRedis}`)
const kinds = noRedis ? (['Postgres'] as const) : (['Postgres', 'Redis'] as const)

/** Heroku kills a dyno after 30 s. Half of that would already be too slow. */
const wellInsideMs = 15_000
const people = 40

it.each(kinds)(
  'after SIGTERM under load, web and worker exit by themselves and lose nothing, with the queue on %s',
  async (kind) => {
    const redis = kind === 'Redis' ? await startRedis() : undefined
    if (redis) onTestFinished(redis.stop)
    const quiz = await quizProcesses(redis ? { REDIS_URL: redis.url } : {})
    onTestFinished(quiz.close)
    const [web, worker] = await Promise.all([quiz.start('web'), quiz.start('worker')])
    const guests = await gather(quiz, [web], people)
    // An open stream must not delay the exit, and neither must a browser's spare connection, which never sends anything.
    await guests[0]?.watch()
    const spare = connect(Number(new URL(web.address).port), '127.0.0.1')
    await once(spare, 'connect')

    const answering = answerAll(guests)
    await sleep(60)
    const began = performance.now()
    const statuses = await Promise.all([web.kill('SIGTERM'), worker.kill('SIGTERM')])
    expect(statuses, web.output().slice(-1500)).toEqual([0, 0])
    expect(performance.now() - began, web.output().slice(-1500) + worker.output().slice(-1500)).toBeLessThan(
      wellInsideMs,
    )

    const taken = await answering
    const before = await answerStates(quiz.databaseUrl)
    const stored = Object.values(before).reduce((sum, n) => sum + n, 0)
    // Every answer that was shown as accepted is stored. Another one, whose reply was cut off, may be stored too.
    expect(stored).toBeGreaterThanOrEqual(taken)
    expect(stored).toBeGreaterThan(0)

    await quiz.start('worker')
    await expect
      .poll(() => answerStates(quiz.databaseUrl), { timeout: 45_000, interval: 250 })
      .toEqual({ told: stored })
    const store = openStore({ url: quiz.databaseUrl, poolSize: 1, onError: () => {} })
    onTestFinished(store.close)
    expect(await store.boards.differences(1)).toEqual([])
  },
  120_000,
)
