import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { expect, it, onTestFinished } from 'vitest'
import { quizProcesses } from '../kit/product/quiz-processes.ts'

const libraries = [
  '@slack/bolt',
  'discord.js',
  'bullmq',
  'ioredis',
  'fastify',
  'pg',
  'drizzle-orm/node-postgres',
  'zod',
]

/**
 * Heroku allows 60 s, but people shouldn't notice a deploy or a restart. On a quiet machine, a process is ready after
 * 1.2 s of processor time, of which its libraries take 0.9 s. A busy machine takes two to three times as long for both.
 */
const timesItsLibraries = 2.5

it.skipIf(!existsSync('/proc/self/stat'))(
  `web and worker are ready within ${timesItsLibraries} times the processor time that their libraries take to load`,
  async () => {
    const quiz = await quizProcesses({
      SLACK_SIGNING_SECRET: '0123456789abcdef0123456789abcdef',
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_API_URL: 'http://127.0.0.1:1/api/',
    })
    onTestFinished(quiz.close)
    const [web, worker] = [await quiz.start('web'), await quiz.start('worker')]
    const bareMs = loadingMs()
    console.log(
      `Processor time to ready: web ${web.readyCpuMs} ms, worker ${worker.readyCpuMs} ms, libraries ${bareMs} ms`,
    )
    expect(web.readyCpuMs).toBeLessThan(timesItsLibraries * bareMs)
    expect(worker.readyCpuMs).toBeLessThan(timesItsLibraries * bareMs)
  },
  60_000,
)

/** The processor time in milliseconds of a process that only loads the libraries. */
function loadingMs(): number {
  const program = `${libraries.map((name) => `await import('${name}')`).join('\n')}
    const { user, system } = process.cpuUsage()
    process.stdout.write(String((user + system) / 1000))
    process.exit()`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
  })
  const ms = Number(stdout)
  if (!(ms > 0)) throw new Error(`The libraries could not be loaded: ${stderr}`)
  return Math.round(ms)
}
