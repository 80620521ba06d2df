import { execFile } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'
import { ask } from '../kit/people/crowd.ts'
import { quizProcesses, type Running } from '../kit/product/quiz-processes.ts'
import { slashCommand } from '../kit/slack/slack-payloads.ts'
import { signingSecret, slackSends } from '../kit/slack/slack-request.ts'
import { startSlackServer } from '../kit/slack/slack-server.ts'

const mostAcknowledgedMs = 1_000
const mostResidentMb = 400
const mostStored = 2_000_000

it('requests from Slack get a response in time while one address floods the playground', async () => {
  const slack = await startSlackServer()
  onTestFinished(async () => void (await Promise.allSettled([slack[Symbol.asyncDispose]()])))
  const settings = { SLACK_SIGNING_SECRET: signingSecret, SLACK_BOT_TOKEN: 'xoxb-test', SLACK_API_URL: slack.apiUrl }
  const quiz = await quizProcesses(settings)
  onTestFinished(quiz.close)
  const web = await quiz.start('web')

  // The first command also loads modules, with or without a flood.
  await sendCommand(web, 0)
  const over = new AbortController()
  const watching = watchSlack(web, over.signal)
  const { opened, statuses } = await flood(web)
  const resident = await web.residentMb()
  over.abort()
  const took = await watching

  const [stored] = await ask<{ bytes: number }>(
    quiz.databaseUrl,
    "select (pg_total_relation_size('transcript') + pg_total_relation_size('pictures'))::int as bytes",
  )
  const slowest = Math.max(...took)
  console.log(
    `Flooded: ${took.length} commands, the slowest ${slowest.toFixed()} ms; ${resident?.toFixed()} MB, ${stored?.bytes} bytes stored`,
  )
  expect(opened).toBeLessThanOrEqual(10)
  expect(statuses.filter((status) => status >= 500)).toEqual([])
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(100)
  expect(stored?.bytes).toBeLessThan(mostStored)
  expect(took.length).toBeGreaterThan(3)
  expect(slowest).toBeLessThan(mostAcknowledgedMs)
  if (resident !== undefined) expect(resident).toBeLessThan(mostResidentMb)
}, 60_000)

async function flood(web: Running): Promise<{ opened: number; statuses: number[] }> {
  const { stdout } = await promisify(execFile)(process.execPath, ['test/abuse/flood.ts', web.address])
  return JSON.parse(stdout)
}

/** Sends a signed command repeatedly; returns the milliseconds until each acknowledgment. */
async function watchSlack(web: Running, signal: AbortSignal): Promise<number[]> {
  const took: number[] = []
  for (let n = 1; !signal.aborted; n++) {
    took.push(await sendCommand(web, n))
    await wait(100)
  }
  return took
}

async function sendCommand(web: Running, n: number): Promise<number> {
  const command = slackSends.command(slashCommand('help', { trigger_id: `t-${n}`, user_id: `U${n}` }))
  const begun = performance.now()
  const answer = await fetch(`${web.address}/slack/events`, {
    ...command,
    headers: { ...command.headers, 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.1' },
  })
  await answer.arrayBuffer()
  expect(answer.status).toBe(200)
  return performance.now() - begun
}
