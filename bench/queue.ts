// How many answers per second the worker grades, saves and ranks, on Redis and on Postgres, compared with the same
// queue and a job that makes one prepared insert and commits. The two take turns, so that other programs affect both
// equally. BENCH_ANSWERS is the backlog of each turn (default 5000), BENCH_TURNS the number of turns of each (default
// 2). BENCH_ANSWERS=100000 BENCH_TURNS=1 shows that a long backlog does not increase the worker's memory.
import { availableParallelism, loadavg } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { Client, Pool } from 'pg'
import { createQueue } from '../src/adapters/bullmq/index.ts'
import type { Job, Queue } from '../src/ports/queue.ts'
import { createGrader } from '../src/services/answers/create-grader.ts'
import { openBank } from '../src/services/bank.ts'
import { pretendChat } from '../test/kit/services/pretend-chat.ts'
import { openStage, poolSize } from './bench-stage.ts'
import { seedAnswers } from './seed-answers.ts'

const backlog = Number(process.env.BENCH_ANSWERS ?? 5000)
const turns = Number(process.env.BENCH_TURNS ?? 2)
const warmUp = 500
const concurrency = 8
const teams = 20

type Stage = Awaited<ReturnType<typeof openStage>>
type Grade = Extract<Job, { name: 'grade' }>
type Drained = { tookMs: number; cpuMs: number; statements: number; firstMb: number; lastMb: number }

// All statements of the store and of the baseline have names, unlike those of the queue.
let statements = 0
const send = Client.prototype.query as (...given: unknown[]) => unknown
Client.prototype.query = function count(this: Client, ...given: unknown[]): unknown {
  const [first] = given
  if (typeof first === 'object' && first !== null && 'name' in first && first.name) statements += 1
  return send.apply(this, given)
} as typeof Client.prototype.query

const table: Record<string, Record<string, string>> = {}
for (const redis of [true, false]) {
  const stage = await openStage({ redis })
  try {
    if (redis && stage.queue !== 'Redis') continue
    table[stage.queue] = figures(await measure(stage))
  } finally {
    await stage.close()
  }
}
console.table(table)
console.log('Goal: at least the rate of the bare queue')
console.log(
  `${turns} x ${backlog} answers, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}`,
)

async function measure(stage: Stage): Promise<{ bare: Drained[]; ours: Drained[] }> {
  const { roundId, workspaceId } = await stage.round('T1', 'C1')
  const ids = await seedAnswers(stage.databaseUrl, { roundId, workspaceId, teams, count: warmUp + turns * backlog })
  const pool = new Pool({ connectionString: stage.databaseUrl, max: poolSize })
  // `end` doesn't wait until its connections are closed, so the database may be dropped before.
  pool.on('error', () => {})
  await pool.query('create table one_row (id bigint primary key, at timestamptz not null)')
  const deps = {
    store: stage.store,
    bank: openBank(stage.store),
    clock: { now: () => new Date() },
    log: { info() {}, warn() {}, error() {} },
    chat: pretendChat(),
    // Delivering grades is another job with a separate benchmark.
    queue: { add: async () => {} } as unknown as Queue,
  }
  const grade = createGrader(deps)
  const bare = (answers: number[]): Promise<Drained> =>
    drain(stage, answers, async ({ answerId }) => {
      await pool.query({ name: 'one', text: 'insert into one_row values ($1, now())', values: [answerId] })
    })
  const ours = (answers: number[]): Promise<Drained> => drain(stage, answers, ({ answerId }) => grade(answerId))
  try {
    const first = ids.splice(0, warmUp)
    await bare(first)
    await ours(first)
    // Autovacuum would do this within a minute. Without it, plans would be made for empty tables.
    await pool.query('vacuum analyze')
    const results: { bare: Drained[]; ours: Drained[] } = { bare: [], ours: [] }
    for (let turn = 0; turn < turns; turn++) {
      const answers = ids.splice(0, backlog)
      results.bare.push(await bare(answers))
      results.ours.push(await ours(answers))
    }
    const wrong = await stage.store.boards.differences(workspaceId)
    if (wrong.length > 0) throw new Error(`standings do not agree with the ledger: ${wrong[0]}`)
    return results
  } finally {
    await pool.end()
  }
}

async function drain({ databaseUrl, redisUrl }: Stage, answers: number[], run: (job: Grade) => Promise<void>) {
  const queue = createQueue({ databaseUrl, redisUrl, onError: (error) => console.error(error.message) })
  await queue.addMany(answers.map((answerId) => ({ job: { name: 'grade', answerId } })))
  let done = 0
  let firstMb = 0
  const cpuBefore = process.cpuUsage()
  const statementsBefore = statements
  const begun = performance.now()
  await queue.work(
    async (job) => {
      if (job.name === 'grade') await run(job)
      done += 1
      if (done === Math.ceil(answers.length / 10)) firstMb = residentMb()
    },
    { concurrency },
  )
  while (done < answers.length) await wait(10)
  const tookMs = performance.now() - begun
  const { user, system } = process.cpuUsage(cpuBefore)
  const lastMb = residentMb()
  await queue.close({ graceMs: 1000 })
  return {
    tookMs,
    cpuMs: (user + system) / 1000 / answers.length,
    statements: (statements - statementsBefore) / answers.length,
    firstMb,
    lastMb,
  }
}

function figures({ bare, ours }: { bare: Drained[]; ours: Drained[] }): Record<string, string> {
  const perSecond = (all: Drained[]): number =>
    (all.length * backlog * 1000) / all.reduce((sum, { tookMs }) => sum + tookMs, 0)
  const shares = bare.map(({ tookMs }, turn) => tookMs / (ours[turn]?.tookMs ?? Number.NaN))
  const last = ours.at(-1)
  return {
    'one insert /s': perSecond(bare).toFixed(0),
    'graded, saved, ranked /s': perSecond(ours).toFixed(0),
    share: (perSecond(ours) / perSecond(bare)).toFixed(2),
    'in each turn': shares.map((share) => share.toFixed(2)).join(' '),
    'CPU ms, bare': mean(bare.map(({ cpuMs }) => cpuMs)).toFixed(2),
    'CPU ms an answer': mean(ours.map(({ cpuMs }) => cpuMs)).toFixed(2),
    'statements an answer': mean(ours.map((one) => one.statements)).toFixed(2),
    'MB after a tenth': last?.firstMb.toFixed(0) ?? '',
    'MB at the end': last?.lastMb.toFixed(0) ?? '',
  }
}

function mean(all: number[]): number {
  return all.reduce((sum, one) => sum + one, 0) / all.length
}

function residentMb(): number {
  return process.memoryUsage.rss() / 1_048_576
}
