// The cost of a season's board page with 100,000 answers by 10,000 players: reading the boards and rendering the HTML,
// one page after the other, with the processor time of this process and the number of statements. It uses the server of
// BENCH_DATABASE_URL (a superuser), or else a temporary one.
import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { startEmbeddedPostgres } from '../src/adapters/embedded-postgres/start-embedded-postgres.ts'
import { openStore } from '../src/adapters/postgres/index.ts'
import { boardPage } from '../src/adapters/web/board-page.ts'
import { seasonLengths } from '../src/domain/boards/season.ts'
import { boardSubjects } from '../src/domain/standings.ts'
import { publicBoard } from '../src/services/boards/public-board.ts'
import { viewBoard } from '../src/services/boards/view-board.ts'
import { commits, machineLine } from './costs.ts'
import { percentile } from './hold-rate.ts'
import { answersEach, lastDay, seedBoard } from './seed-board.ts'

const size = { players: 10_000, teams: 100 }
const warmUp = 20
const turns = 200
const goalMs = 50

const [loadBefore = 0] = loadavg()
const folder = await mkdtemp(join(tmpdir(), 'heroku-quiz-bench-'))
const given = process.env.BENCH_DATABASE_URL
const own = given ? undefined : await startEmbeddedPostgres({ directory: folder, durable: true, onProgress: () => {} })
const url = given ?? own?.url ?? ''
const workspaceId = await seedBoard(url, size)
const store = openStore({ url, poolSize: 5, onError: console.error })
const client = new Client({ connectionString: url })
const clock = { now: () => new Date(`${lastDay}T12:00:00Z`) }
try {
  await client.connect()
  console.log(`${size.players * answersEach} answers of ${size.players} players in ${size.teams} teams`)
  const table: Record<string, Record<string, string>> = {}
  const slowest: number[] = []
  for (const length of seasonLengths) {
    await store.workspaces.change(workspaceId, { seasons: length })
    for (const by of boardSubjects) {
      const times: number[] = []
      let before = { cpuMs: 0, commits: 0 }
      for (let turn = -warmUp; turn < turns; turn++) {
        if (turn === 0) before = await spent()
        const started = performance.now()
        const figures = await viewBoard({ store, clock }, workspaceId, { window: 'season', by })
        if (!figures) throw new Error('no board')
        const { workspace, ...shown } = publicBoard(figures, by)
        boardPage('/board/x', { by, workspaceName: workspace.name, topics: [], ...shown })
        if (turn >= 0) times.push(performance.now() - started)
      }
      const after = await spent()
      slowest.push(percentile(times, 0.99))
      table[`${by}, season of a ${length}`] = {
        p50: percentile(times, 0.5).toFixed(1),
        p99: percentile(times, 0.99).toFixed(1),
        'CPU ms, this process': ((after.cpuMs - before.cpuMs) / turns).toFixed(1),
        statements: ((after.commits - before.commits) / turns).toFixed(0),
      }
    }
  }
  console.table(table)
  console.log(`Slowest p99 of the page: ${Math.max(...slowest).toFixed(1)} ms (goal: under ${goalMs})`)
  console.log(machineLine(loadBefore))
} finally {
  await client.end()
  await store.close()
  await own?.stop()
  await rm(folder, { recursive: true })
}

async function spent(): Promise<{ cpuMs: number; commits: number }> {
  const told = await commits(client)
  const { user, system } = process.cpuUsage()
  return { cpuMs: (user + system) / 1000, commits: told }
}
