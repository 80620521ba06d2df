import { startEmbeddedPostgres } from '../../../src/adapters/embedded-postgres/start-embedded-postgres.ts'

/** A program for tests that kill it: starts a server in the given folder, prints its URL, and keeps running. */
const server = await startEmbeddedPostgres({ directory: process.argv[2] ?? '', onProgress: () => {} })
process.on('SIGTERM', async () => {
  await server.stop()
  process.exit(0)
})
process.stdout.write(`${server.url}\n`)
setInterval(() => {}, 60_000)
