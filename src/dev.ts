import { join } from 'node:path'
import { startEmbeddedPostgres } from './adapters/embedded-postgres/start-embedded-postgres.ts'
import { freePortNear } from './adapters/web/free-port-near.ts'
import { openApp } from './app/open-app.ts'
import { release } from './app/release.ts'
import { watchBank } from './app/watch-bank.ts'
import { readConfig } from './config/config.ts'
import { forgetRunning, localFolder, localSecret, noteRunning, readRunning } from './process/local-start.ts'
import { runProcess } from './process/run-process.ts'
import { startFlags } from './process/start-flags.ts'

const { fresh } = startFlags(process.argv.slice(2), {
  say: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
  exit: process.exit,
})
const began = performance.now()
const say = (line: string): void => {
  process.stdout.write(`${((performance.now() - began) / 1000).toFixed(1).padStart(5)} s  ${line}\n`)
}

const running = readRunning()
if (running) {
  process.stdout.write(
    `heroku-quiz is already running at ${running.address} (process ${running.pid}). Ctrl-C there stops it.\n`,
  )
  process.exit(0)
}

await runProcess(
  'dev',
  readConfig,
  async ({ config, log, opened }) => {
    let { databaseUrl } = config
    if (databaseUrl === undefined) {
      const postgres = await startEmbeddedPostgres({ directory: join(localFolder, 'postgres'), fresh, onProgress: say })
      opened('postgres', postgres.stop)
      databaseUrl = postgres.url
      say('Postgres is up')
    }
    await release({ ...config, databaseUrl }, say)
    const port = await freePortNear(config.port, say)
    const publicUrl = config.publicUrl ?? `http://localhost:${port}`
    const appSecret = config.appSecret ?? localSecret()
    const app = await openApp({ ...config, databaseUrl, publicUrl, appSecret }, log)
    opened('app', app.close)
    await app.work()
    say(`Worker is up, the queue runs on ${config.redisUrl === undefined ? 'Postgres' : 'Redis'}`)
    const server = app.web()
    opened('server', () => server.close())
    // Every visitor of a local playground is its admin, so it only accepts connections from this machine.
    await server.listen({ host: 'localhost', port })
    await app.startChats()
    noteRunning({ pid: process.pid, address: publicUrl, databaseUrl })
    opened('note', async () => forgetRunning())
    opened('bank', watchBank(config.questions, app.deps.store, say))
    say(`Ready. Play at ${publicUrl}/play  (Ctrl-C stops everything)`)
  },
  'warn',
)
