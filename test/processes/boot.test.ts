import { existsSync } from 'node:fs'
import { expect, it, onTestFinished } from 'vitest'
import { quizProcesses } from '../kit/product/quiz-processes.ts'

/** Heroku allows 60 s. People shouldn't notice a deploy or a restart. */
const bootMs = 3_000

it.skipIf(!existsSync('/proc/self/stat'))(
  'web and worker are ready within 3 s of processor time',
  async () => {
    const quiz = await quizProcesses({
      SLACK_SIGNING_SECRET: '0123456789abcdef0123456789abcdef',
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_API_URL: 'http://127.0.0.1:1/api/',
    })
    onTestFinished(quiz.close)
    const [web, worker] = [await quiz.start('web'), await quiz.start('worker')]
    console.log(`Processor time to ready: web ${web.readyCpuMs} ms, worker ${worker.readyCpuMs} ms`)
    expect(web.readyCpuMs).toBeLessThan(bootMs)
    expect(worker.readyCpuMs).toBeLessThan(bootMs)
  },
  60_000,
)
