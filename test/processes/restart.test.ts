import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { answerAll, answerStates, ask, gather } from '../kit/people/crowd.ts'
import { quizProcesses } from '../kit/product/quiz-processes.ts'
import { startRedis, whyNoRedis } from '../kit/servers/redis.ts'

const noRedis = await whyNoRedis()
if (noRedis) console.log(`Left out with the queue on Redis: ${noRedis}`)

const people = 60

it.each(noRedis ? (['Postgres'] as const) : (['Postgres', 'Redis'] as const))(
  'during a restart under load, the old web and worker exit by themselves, and no answer is lost or doubled, with the queue on %s',
  async (kind) => {
    const redis = kind === 'Redis' ? await startRedis() : undefined
    if (redis) onTestFinished(redis.stop)
    const quiz = await quizProcesses(redis ? { REDIS_URL: redis.url } : {})
    onTestFinished(quiz.close)

    const [oldWeb, oldWorker] = await Promise.all([quiz.start('web'), quiz.start('worker')])
    const [newWeb] = await Promise.all([quiz.start('web'), quiz.start('worker')])
    const guests = await gather(quiz, [oldWeb, newWeb], people)
    const [toOld, toNew] = [guests.filter((_, at) => at % 2 === 0), guests.filter((_, at) => at % 2 === 1)]

    const answering = Promise.all([answerAll(toOld), answerAll(toNew)])
    await sleep(60)
    expect(await Promise.all([oldWeb.kill('SIGTERM'), oldWorker.kill('SIGTERM')])).toEqual([0, 0])
    const [takenByOld, takenByNew] = await answering
    expect(takenByNew, 'nobody notices at the new web').toBe(toNew.length)

    // The new worker finishes the jobs that the old one returned to the queue.
    const stored = async (): Promise<number> =>
      Object.values(await answerStates(quiz.databaseUrl)).reduce((sum, n) => sum + n, 0)
    await expect
      .poll(async () => (await answerStates(quiz.databaseUrl)).told, { timeout: 60_000, interval: 250 })
      .toBe(await stored())
    const [sums] = await ask<{ grades: number; messages: number; doubled: number }>(
      quiz.databaseUrl,
      `select (select count(*) from grades)::int as grades,
              (select count(*) from transcript where key like 'tell % answer-%')::int as messages,
              (select count(*) from (select from grades group by answer_id having count(*) > 1) as twice)::int as doubled`,
    )
    const all = await stored()
    expect(sums).toEqual({ grades: all, messages: all, doubled: 0 })
    // Every answer that was shown as accepted is stored. An answer whose reply was cut off may be stored too.
    expect(all).toBeGreaterThanOrEqual(takenByOld + takenByNew)
  },
  120_000,
)
