// How long it takes from an answer to its feedback at 20 answers per second, through the real web and worker, with the
// queue on Redis and on Postgres: a command with a reply at its URL, and a form whose modal is updated. The same run
// also measures the queue alone, from adding a job to running it. BENCH_SECONDS is how long the rate is held (default
// 15).
import { availableParallelism, loadavg } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { createQueue } from '../src/adapters/bullmq/index.ts'
import { updateDelayMs } from '../src/adapters/slack/receive/update-delay.ts'
import { openStage } from './bench-stage.ts'
import { holdRate, percentile } from './hold-rate.ts'
import { httpClient, type Sent } from './http-client.ts'
import { answerOf, slackPeople } from './slack-people.ts'

const seconds = Number(process.env.BENCH_SECONDS ?? 15)
const rate = 20
const patienceMs = 30_000

type Stage = Awaited<ReturnType<typeof openStage>>

const table: Record<string, Record<string, string | number>> = {}
for (const redis of [true, false]) {
  const waiting = new Map<string, () => void>()
  const stage = await openStage({
    redis,
    onSlackCall({ method, args }, path) {
      const key = method === 'response_url' ? path : String(args.view_id)
      waiting.get(key)?.()
    },
  })
  const client = httpClient()
  try {
    if (redis && stage.queue !== 'Redis') continue
    await queueAlone(stage)
    const people = await slackPeople(stage)
    const web = await stage.start('src/web.ts', 'Server listening')
    const worker = await stage.start('src/worker.ts', 'working')

    /** Whether the feedback has arrived. */
    const told = async (sent: Sent, key: string): Promise<boolean> => {
      const arrived = new Promise<boolean>((resolve) => waiting.set(key, () => resolve(true)))
      const sentWell = await client.send(web.address, sent)
      return sentWell && Promise.race([arrived, wait(patienceMs, false, { ref: false })])
    }
    const command = (): Promise<boolean> => {
      const urlOf = (number: number): string => stage.slack.responseUrl.replace(/1$/, `${number}`)
      const sent = people.command((number) => `answer ${answerOf(number)}`, urlOf)
      return told(sent, `/response/${sent.number}`)
    }
    const form = (): Promise<boolean> => {
      const sent = people.submit()
      stage.slack.world.views.set(`V${sent.number}`, {})
      return told(sent, `V${sent.number}`)
    }
    for (const [name, act] of [
      ['Slack command', command],
      ['Slack form', form],
    ] as const) {
      await holdRate(rate, 3, act)
      const { times, failed } = await holdRate(rate, seconds, act)
      note(`${name}, ${stage.queue}`, times, failed)
    }
    await worker.end()
    await web.end()
  } finally {
    client.close()
    await stage.close()
  }
}
console.log(`Milliseconds from the moment an answer was due to its feedback, at ${rate} answers a second`)
console.table(table)
console.log(
  `Goal: p50 under 150 ms and p99 under 500 ms; a modal is updated ${updateDelayMs} ms after it was sent at the earliest`,
)
console.log(`${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}`)

async function queueAlone({ databaseUrl, redisUrl, queue: kind }: Stage): Promise<void> {
  const waiting = new Map<number, () => void>()
  const queue = createQueue({ databaseUrl, redisUrl, name: 'alone', onError: (error) => console.error(error.message) })
  let answerId = 0
  await queue.work(
    async (job) => {
      if (job.name === 'grade') waiting.get(job.answerId)?.()
    },
    { concurrency: 8 },
  )
  const add = async (): Promise<boolean> => {
    answerId += 1
    const id = answerId
    const ran = new Promise<void>((resolve) => waiting.set(id, resolve))
    await queue.add({ name: 'grade', answerId: id })
    await ran
    return true
  }
  await holdRate(rate, 3, add)
  const { times, failed } = await holdRate(rate, seconds, add)
  await queue.close({ graceMs: 1000 })
  note(`the queue alone, ${kind}`, times, failed)
}

function note(name: string, times: number[], failed: number): void {
  table[name] = {
    p50: percentile(times, 0.5).toFixed(1),
    p99: percentile(times, 0.99).toFixed(1),
    answers: times.length,
    'never came': failed,
  }
}
