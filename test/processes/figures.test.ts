import { expect, it, onTestFinished } from 'vitest'
import { answerStates, gather } from '../kit/people/crowd.ts'
import { quizProcesses } from '../kit/product/quiz-processes.ts'

it('an answer can be followed from its request to the worker’s log, and metrics count it for anyone with the token', async () => {
  const token = 'a token of sixteen or more'
  const quiz = await quizProcesses({ METRICS_TOKEN: token })
  onTestFinished(quiz.close)
  const [web, worker] = await Promise.all([quiz.start('web'), quiz.start('worker')])
  const [guest] = await gather(quiz, [web], 1)
  await guest?.submit('answer:1', 'temporary, for my secret migrations')
  await expect.poll(() => answerStates(quiz.databaseUrl), { timeout: 20_000 }).toEqual({ told: 1 })

  const lines = (process: typeof web): Record<string, unknown>[] =>
    process
      .output()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Record<string, unknown>)
  const submit = () => lines(web).find(({ req }) => (req as { url: string } | undefined)?.url.endsWith('/submit'))
  // Lines are written together, a moment later.
  await expect.poll(() => submit()?.reqId, { timeout: 5_000 }).toEqual(expect.any(String))
  await expect
    .poll(() => lines(worker).filter(({ requestId }) => requestId === submit()?.reqId), { timeout: 5_000 })
    .toMatchObject([
      { process: 'worker', job: 'grade', answerId: 1, msg: 'job done' },
      { process: 'worker', job: 'tell', answerId: 1, msg: 'job done' },
    ])
  expect(web.output() + worker.output()).not.toContain('my secret')

  const figures = (authorization: string): Promise<Response> =>
    fetch(`${web.address}/metrics`, { headers: { authorization, 'x-forwarded-proto': 'https' } })
  expect((await figures('Bearer something else')).status).toBe(401)
  const read = await (await figures(`Bearer ${token}`)).text()
  expect(read).toMatch(/^heroku_quiz_ack_ms_count [1-9]/m)
  expect(read).toMatch(/^heroku_quiz_queue_depth 0$/m)
}, 60_000)
