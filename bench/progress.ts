// How long a progress page takes, with a year of answers by a busy player in a workspace of 1,000 players, and its
// cost: processor time of the web process, and statements. It uses a real web process over HTTP, first with one request
// after the other and then at a steady rate. BENCH_SECONDS is how long that rate is held (default 10). The cheapest
// page of the same process is measured for comparison. Linux only, because it reads the processor time from /proc.
import { loadavg } from 'node:os'
import { Client } from 'pg'
import { signLink } from '../src/adapters/web/link-token.ts'
import { appSecret, openStage } from './bench-stage.ts'
import { commits, machineLine, processorMs } from './costs.ts'
import { holdRate, percentile } from './hold-rate.ts'
import { players, seedYear } from './seed-year.ts'

const seconds = Number(process.env.BENCH_SECONDS ?? 10)
const turns = 300
const warmUp = 30
const rate = 10
const goalMs = 50

const [loadBefore = 0] = loadavg()
const stage = await openStage({ redis: false })
const client = new Client({ connectionString: stage.databaseUrl })
try {
  await client.connect()
  const { id: workspaceId } = await stage.store.workspaces.recognise({ ref: 'slack:TYEAR', name: 'Year' })
  const today = new Date().toISOString().slice(0, 10)
  const { playerId, given, all } = await seedYear(stage.databaseUrl, { workspaceId, today })
  console.log(`${given} answers of one player among ${all} of ${players} players`)
  const server = await stage.start('src/web.ts', 'Server listening')
  const token = signLink(appSecret, 'me', { id: playerId, generation: 0 }, new Date())
  const get = (path: string) => async (): Promise<boolean> => {
    const answer = await fetch(server.address + path, { headers: { 'x-forwarded-proto': 'https' } })
    return (await answer.text()).length > 0 && answer.status === 200
  }
  const table: Record<string, Record<string, string | number>> = {}
  const [page, least] = [get(`/me/${token}`), get('/privacy')]
  const p99: number[] = []
  for (const [name, act] of [
    ['progress page', page],
    ['privacy page', least],
  ] as const) {
    let failed = 0
    const once = async (): Promise<void> => {
      if (!(await act())) failed += 1
    }
    for (let turn = 0; turn < warmUp; turn++) await once()
    const before = await spent(server.pid)
    const times: number[] = []
    for (let turn = 0; turn < turns; turn++) {
      const started = performance.now()
      await once()
      times.push(performance.now() - started)
    }
    const after = await spent(server.pid)
    const held = await holdRate(rate, seconds, act)
    table[name] = {
      'one by one p50': percentile(times, 0.5).toFixed(1),
      'one by one p99': percentile(times, 0.99).toFixed(1),
      [`${rate}/s p50`]: percentile(held.times, 0.5).toFixed(1),
      [`${rate}/s p99`]: percentile(held.times, 0.99).toFixed(1),
      'CPU ms, web': ((after.webMs - before.webMs) / turns).toFixed(1),
      statements: Math.round((after.commits - before.commits) / turns),
      failed: failed + held.failed,
    }
    if (act === page) p99.push(percentile(times, 0.99), percentile(held.times, 0.99))
  }
  console.table(table)
  console.log(`Slowest p99 of the progress page: ${Math.max(...p99).toFixed(1)} ms (goal: under ${goalMs})`)
  console.log(machineLine(loadBefore))
} finally {
  await client.end()
  await stage.close()
}

async function spent(pid: number): Promise<{ webMs: number; commits: number }> {
  return { webMs: await processorMs(pid), commits: await commits(client) }
}
