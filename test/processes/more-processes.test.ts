import { expect, it, onTestFinished } from 'vitest'
import { seedAnswers } from '../../bench/seed-answers.ts'
import { createQueue } from '../../src/adapters/bullmq/index.ts'
import { ask, gather } from '../kit/people/crowd.ts'
import { httpGuest } from '../kit/people/http-guest.ts'
import { quizProcesses } from '../kit/product/quiz-processes.ts'
import { startRedis, whyNoRedis } from '../kit/servers/redis.ts'

const noRedis = await whyNoRedis()
if (noRedis) console.log(`Left out with the queue on Redis: ${noRedis}`)

const people = 16
const backlog = 600

it.each(noRedis ? (['Postgres'] as const) : (['Postgres', 'Redis'] as const))(
  'two web processes and three workers grade every try once and in order, and a busy workspace doesn’t delay others, with the queue on %s',
  async (kind) => {
    const redis = kind === 'Redis' ? await startRedis() : undefined
    if (redis) onTestFinished(redis.stop)
    const quiz = await quizProcesses(redis ? { REDIS_URL: redis.url } : {})
    onTestFinished(quiz.close)
    const webs = await Promise.all([quiz.start('web'), quiz.start('web')])
    const first = await quiz.start('worker')
    const guests = await gather(quiz, webs, people)
    const other = await httpGuest(webs[1]?.address ?? '')
    await other.press('post-now:0')
    await expect
      .poll(() => ask(quiz.databaseUrl, `select count(*)::int as n from rounds where state = 'open'`))
      .toEqual([{ n: 2 }])
    expect(await first.kill('SIGTERM')).toBe(0)

    // The workers are stopped while one workspace fills the queue and its people try twice. Then somebody answers in
    // the other workspace.
    const [busy] = await ask<{ round: number; workspace: number }>(
      quiz.databaseUrl,
      'select rounds.id::int as round, channels.workspace_id::int as workspace from rounds join channels on channels.id = channel_id order by rounds.id limit 1',
    )
    if (!busy) throw new Error('no round is open')
    const queue = createQueue({
      databaseUrl: quiz.databaseUrl,
      ...(redis ? { redisUrl: redis.url } : {}),
      onError: () => {},
    })
    onTestFinished(() => queue.close())
    const { round: roundId, workspace: workspaceId } = busy
    const ids = await seedAnswers(quiz.databaseUrl, { roundId, workspaceId, count: backlog, teams: 10 })
    await queue.addMany(ids.map((answerId) => ({ job: { name: 'grade', answerId }, workspaceId })))
    for (const text of ['no idea yet', 'temporary, for migrations'])
      await Promise.all(guests.map((guest) => guest.submit('answer:1', text)))
    await other.submit('answer:2', 'temporary, for migrations')

    await Promise.all([quiz.start('worker'), quiz.start('worker'), quiz.start('worker')])
    // The backlog's answers have no reply path, because they were not sent from a chat.
    const grades = backlog + 2 * people + 1
    await expect
      .poll(() => ask(quiz.databaseUrl, graded), { timeout: 90_000, interval: 250 })
      .toEqual([{ grades, messages: 2 * people + 1 }])

    const [order] = await ask<{ before: number }>(
      quiz.databaseUrl,
      `select (select count(distinct answer_id) from grades)::int as "gradedOnce",
              (select count(*) from answers one join answers two using (round_id, player_id)
               join grades early on early.answer_id = one.id join grades late on late.answer_id = two.id
               where one.attempt < two.attempt and early.id > late.id)::int as "outOfOrder",
              (select count(*) from grades
               where id < (select grades.id from grades join answers on answers.id = answer_id where round_id <> ${roundId})
              )::int as before`,
    )
    expect(order).toEqual({ gradedOnce: grades, outOfOrder: 0, before: expect.any(Number) })
    expect(order?.before).toBeLessThan(grades / 2)
  },
  150_000,
)

const graded = `select (select count(*) from grades)::int as grades,
  (select count(*) from transcript where key like 'tell % answer-%')::int as messages`
