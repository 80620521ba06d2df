import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Redis } from 'ioredis'
import { freePort } from '../../../src/adapters/embedded-postgres/free-port.ts'
import { selfSigned } from './self-signed.ts'

const run = promisify(execFile)

/** The reason why tests that need a separate Redis can't run here, or undefined if they can. */
export async function whyNoRedis(): Promise<string | undefined> {
  try {
    await run('redis-server', ['--version'])
    return undefined
  } catch {
    return 'no redis-server on PATH (Debian: apt-get install redis-server)'
  }
}

export type TestRedis = {
  url: string
  kill(): Promise<void>
  start(): Promise<void>
  /** Makes it stop responding without closing connections, like a network that drops packets, until `thaw`. */
  freeze(): Promise<void>
  thaw(): Promise<void>
  command(...words: [string, ...string[]]): Promise<unknown>
  stop(): Promise<void>
}

/**
 * A separate Redis on a free port, without persistence. With `tls` it accepts only TLS, with a self-signed certificate.
 */
export async function startRedis(options: { tls?: boolean; maxMemory?: string } = {}): Promise<TestRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'heroku-quiz-redis-'))
  const port = await freePort()
  const tls = options.tls ? await selfSigned(folder) : undefined
  const url = `${tls ? 'rediss' : 'redis'}://127.0.0.1:${port}`
  const settings = [
    ...['--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder],
    ...['--maxmemory', options.maxMemory ?? '0', '--maxmemory-policy', 'noeviction'],
    ...(tls ? ['--port', '0', '--tls-port', String(port), '--tls-auth-clients', 'no'] : ['--port', String(port)]),
    ...(tls ? ['--tls-cert-file', tls.certificate, '--tls-key-file', tls.key] : []),
  ]
  let server: ChildProcess

  async function start(): Promise<void> {
    server = spawn('redis-server', settings, { stdio: 'ignore' })
    await command('PING')
  }

  async function kill(): Promise<void> {
    if (server.exitCode !== null || server.signalCode !== null) return
    server.kill('SIGKILL')
    await once(server, 'exit')
  }

  async function command(...[name, ...words]: [string, ...string[]]): Promise<unknown> {
    const client = new Redis(url, { tls: tls && { rejectUnauthorized: false }, maxRetriesPerRequest: 40 })
    client.on('error', () => {})
    try {
      return await client.call(name, ...words)
    } finally {
      client.disconnect()
    }
  }

  await start()
  return {
    url,
    kill,
    start,
    command,
    async freeze() {
      server.kill('SIGSTOP')
    },
    async thaw() {
      server.kill('SIGCONT')
    },
    async stop() {
      await kill()
      await rm(folder, { recursive: true })
    },
  }
}
