import { join } from 'node:path'
import { startEmbeddedPostgres } from './adapters/embedded-postgres/start-embedded-postgres.ts'
import { listenNear } from './adapters/web/listen-near.ts'
import { openApp, release } from './app.ts'
import { forgetRunning, localFolder, localSecret, noteRunning, readRunning } from './process/local-start.ts'
import { runProcess } from './process/run-process.ts'

const fresh = process.argv.includes('--fresh')
const began = performance.now()

const say = (line: string): void => {
  process.stdout.write(`${((performance.now() - began) / 1000).toFixed(1).padStart(5)} s  ${line}\n`)
}

const running = readRunning()
if (running) {
  process.stdout.write(
    `heroku-quiz is running already at ${running.address} (process ${running.pid}). Ctrl-C there stops it.\n`,
  )
  process.exit(0)
}

await runProcess(
  'dev',
  async ({ config, log, opened }) => {
    let { databaseUrl } = config
    if (databaseUrl === undefined) {
      const postgres = await startEmbeddedPostgres({ directory: join(localFolder, 'postgres'), fresh, onProgress: say })
      opened('postgres', postgres.stop)
      databaseUrl = postgres.url
      say('Postgres is up')
    }
    await release({ ...config, databaseUrl }, say)
    const app = await openApp({ ...config, databaseUrl, appSecret: config.appSecret ?? localSecret() }, log)
    opened('app', app.close)
    await app.work()
    say(`Worker is up, the queue runs on ${config.redisUrl === undefined ? 'Postgres' : 'Redis'}`)
    const server = app.web()
    opened('server', () => server.close())
    const port = await listenNear(server, config.port, say)
    await app.startChats()
    const address = config.publicUrl ?? `http://localhost:${port}`
    noteRunning({ pid: process.pid, address, databaseUrl })
    opened('note', async () => forgetRunning())
    say(`Ready. Play at ${address}/play  (Ctrl-C stops everything)`)
  },
  'warn',
)
