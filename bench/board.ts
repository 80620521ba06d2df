// The cost of a board with 10,000 and with 1,000,000 answers, compared with the cheapest possible query, in one run.
// It uses the server of BENCH_DATABASE_URL (a superuser), or else a temporary one.
import { randomInt } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { startEmbeddedPostgres } from '../src/adapters/embedded-postgres/start-embedded-postgres.ts'
import { openStore } from '../src/adapters/postgres/index.ts'
import { type BoardQuery, boardSpans } from '../src/domain/standings.ts'
import { answersEach, lastDay, type Size, seedBoard } from './seed-board.ts'

const few: Size = { players: 1_000, teams: 10 }
const many: Size = { players: 100_000, teams: 1_000 }
const warmUp = 100
const turns = 1_000

type Bench = { run(name: string): Promise<void>; names: string[]; close(): Promise<void> }

const folder = await mkdtemp(join(tmpdir(), 'heroku-quiz-bench-'))
const given = process.env.BENCH_DATABASE_URL
const own = given ? undefined : await startEmbeddedPostgres({ directory: folder, durable: true, onProgress: () => {} })
const server = given ?? own?.url ?? ''
try {
  const [small, large] = [await prepare('quiz_bench_few', few), await prepare('quiz_bench_many', many)]
  const timings = await measure(small, large)
  await small.close()
  await large.close()
  print(timings)
} finally {
  await onServer('drop database if exists quiz_bench_few', 'drop database if exists quiz_bench_many')
  await own?.stop()
  await rm(folder, { recursive: true })
}

async function prepare(database: string, size: Size): Promise<Bench> {
  await onServer(`drop database if exists ${database}`, `create database ${database}`)
  const address = new URL(server)
  address.pathname = `/${database}`
  const started = performance.now()
  const workspaceId = await seedBoard(address.href, size)
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  const { players, teams } = size
  console.log(`${players * answersEach} answers, ${players} players, ${teams} teams: seeded in ${seconds} s`)

  const store = openStore({ url: address.href, poolSize: 1, onError: console.error })
  const bare = new Client({ connectionString: address.href })
  await bare.connect()
  const benches = new Map<string, () => Promise<unknown>>([
    ['select 1', () => bare.query({ name: 'one', text: 'select 1' })],
    [
      'one player by id',
      () =>
        bare.query({ name: 'player', text: 'select * from players where id = $1', values: [1 + randomInt(players)] }),
    ],
  ])
  // Quarters, which are summed up from months, are measured in `bench:season`.
  for (const window of boardSpans.filter((span) => span !== 'quarter')) {
    for (const by of ['players', 'teams'] as const) {
      const query: BoardQuery = { workspaceId, window, by, day: lastDay, teamScore: 'best-three' }
      const subjects = by === 'players' ? players : teams
      benches.set(`${by} of the ${window}: top 10`, () => store.boards.top(query, 10))
      // Players far below the top, like most people.
      benches.set(`${by} of the ${window}: own place`, () => store.boards.place(query, 1 + randomInt(subjects)))
      benches.set(`${by} of the ${window}: board with own place`, async () => {
        await store.boards.top(query, 10)
        await store.boards.place(query, 1 + randomInt(subjects))
      })
    }
  }
  return {
    names: [...benches.keys()],
    run: async (name) => {
      await benches.get(name)?.()
    },
    async close() {
      await bare.end()
      await store.close()
    },
  }
}

type Timing = { name: string; few: number[]; many: number[] }

/** Both sizes take turns, so that other programs affect both equally. */
async function measure(small: Bench, large: Bench): Promise<Timing[]> {
  const timings = small.names.map((name): Timing => ({ name, few: [], many: [] }))
  for (let turn = -warmUp; turn < turns; turn++) {
    for (const timing of timings) {
      const [ofFew, ofMany] = [await clock(small, timing.name), await clock(large, timing.name)]
      if (turn < 0) continue
      timing.few.push(ofFew)
      timing.many.push(ofMany)
    }
  }
  return timings
}

async function clock(bench: Bench, name: string): Promise<number> {
  const started = performance.now()
  await bench.run(name)
  return performance.now() - started
}

function print(timings: Timing[]): void {
  const rows = timings.map(({ name, few, many }) => ({
    ms: name,
    'few p50': at(few, 0.5).toFixed(2),
    'few p99': at(few, 0.99).toFixed(2),
    'many p50': at(many, 0.5).toFixed(2),
    'many p99': at(many, 0.99).toFixed(2),
    'many/few p50': (at(many, 0.5) / at(few, 0.5)).toFixed(2),
    'many/few p99': (at(many, 0.99) / at(few, 0.99)).toFixed(2),
  }))
  console.table(Object.fromEntries(rows.map(({ ms, ...figures }) => [ms, figures])))
  const boards = timings.filter(({ name }) => name.endsWith('board with own place'))
  const slowest = Math.max(...boards.map(({ many }) => at(many, 0.5)))
  console.log(`Slowest board of ${many.players} players, at the median: ${slowest.toFixed(2)} ms (goal: under 20)`)
  console.log(`${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}`)
}

function at(timings: number[], share: number): number {
  return timings.toSorted((a, b) => a - b)[Math.floor(timings.length * share)] ?? Number.NaN
}

async function onServer(...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: server })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}
