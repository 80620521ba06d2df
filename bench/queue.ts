// How many answers a second the worker grades, saves and ranks, on Redis and on Postgres, beside the same queue with a job
// that makes one prepared insert and commits. BENCH_ANSWERS is the backlog (default 2000).
import { availableParallelism, loadavg } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { Pool } from 'pg'
import { createQueue } from '../src/adapters/bullmq/index.ts'
import type { Job, Queue } from '../src/ports/queue.ts'
import { openBank } from '../src/services/bank.ts'
import { gradeAnswer } from '../src/services/grade-answer.ts'
import { openStage } from './bench-stage.ts'

const backlog = Number(process.env.BENCH_ANSWERS ?? 2000)
const concurrency = 8
const teams = 20
const atOnce = 100

const table: Record<string, Record<string, string>> = {}
for (const redis of [true, false]) {
  const stage = await openStage({ redis })
  try {
    if (redis && stage.queue !== 'Redis') continue
    const pool = new Pool({ connectionString: stage.databaseUrl, max: 3 })
    await pool.query('create table one_row (id bigint primary key, at timestamptz not null)')
    const bare = await drain(stage, 'bare', async ({ answerId }) => {
      await pool.query({ name: 'one', text: 'insert into one_row values ($1, now())', values: [answerId] })
    })
    await pool.end()

    await seed(stage)
    const quiet = { info() {}, warn() {}, error() {} }
    const deps = {
      store: stage.store,
      bank: openBank(stage.store.questions),
      clock: { now: () => new Date() },
      log: quiet,
      // Telling is another job, and another bench.
      queue: { add: async () => {} } as unknown as Queue,
    }
    const ours = await drain(stage, 'ours', ({ answerId }) => gradeAnswer(deps, answerId))
    table[stage.queue] = {
      'one insert /s': bare.perSecond.toFixed(0),
      'graded, saved, ranked /s': ours.perSecond.toFixed(0),
      share: (ours.perSecond / bare.perSecond).toFixed(2),
      'CPU ms an answer': ours.cpuMs.toFixed(2),
      'growth of memory MB': ours.grownMb.toFixed(1),
    }
  } finally {
    await stage.close()
  }
}
console.table(table)
console.log('Goal: at least half of the bare queue')
console.log(
  `${backlog} answers, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}`,
)

type Stage = Awaited<ReturnType<typeof openStage>>
type Grade = Extract<Job, { name: 'grade' }>

async function drain({ databaseUrl, redisUrl }: Stage, name: string, run: (job: Grade) => Promise<void>) {
  const queue = createQueue({ databaseUrl, redisUrl, name, onError: (error) => console.error(error.message) })
  await queue.addMany(Array.from({ length: backlog }, (_, at): Job => ({ name: 'grade', answerId: at + 1 })))
  let done = 0
  const heapBefore = process.memoryUsage().heapUsed
  const cpuBefore = process.cpuUsage()
  const begun = performance.now()
  await queue.work(
    async (job) => {
      if (job.name === 'grade') await run(job)
      done += 1
    },
    { concurrency },
  )
  while (done < backlog) await wait(20)
  const tookMs = performance.now() - begun
  const { user, system } = process.cpuUsage(cpuBefore)
  const grownMb = (process.memoryUsage().heapUsed - heapBefore) / 1_048_576
  await queue.close({ graceMs: 1000 })
  return { perSecond: (backlog * 1000) / tookMs, cpuMs: (user + system) / 1000 / backlog, grownMb }
}

/** So many answers that wait for their grade, of as many players in some teams. */
async function seed({ store, round }: Stage): Promise<void> {
  const { roundId, workspaceId } = await round('T1', 'C1')
  const names = Array.from({ length: teams }, (_, at) => `team ${at}`)
  const made = await Promise.all(names.map((name) => store.teams.create({ workspaceId, name, key: name })))
  for (let first = 0; first < backlog; first += atOnce) {
    await Promise.all(
      Array.from({ length: Math.min(atOnce, backlog - first) }, async (_, at) => {
        const number = first + at
        const player = await store.players.recognise(workspaceId, { ref: `slack:T1:U${number}`, name: `u${number}` })
        const teamId = made[number % teams]?.id
        await store.answers.receive({
          ...{ roundId, playerId: player.id, attempt: 1, text: `A temporary dyno for migrations, ${number}` },
          ...{ eventId: `e${number}`, receivedAt: new Date(), ...(teamId === undefined ? {} : { teamId }) },
        })
      }),
    )
  }
}
