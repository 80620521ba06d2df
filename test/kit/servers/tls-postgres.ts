import { chmod, chown, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { startEmbeddedPostgres } from '../../../src/adapters/embedded-postgres/start-embedded-postgres.ts'
import { selfSigned } from './self-signed.ts'

export type TlsPostgres = { url: string; stop(): Promise<void> }

/**
 * A Postgres like Heroku's: TLS only, with a self-signed certificate. Its URL uses a spelling of the loopback address
 * that our code treats as a remote host.
 */
export async function startTlsPostgres(): Promise<TlsPostgres> {
  const directory = await mkdtemp(join(tmpdir(), 'heroku-quiz-tls-'))
  const server = await startEmbeddedPostgres({ directory, durable: false, onProgress: () => {} })
  const client = new Client({ connectionString: server.url })
  await client.connect()
  const { rows } = await client.query<{ folder: string }>("select current_setting('data_directory') as folder")
  const cluster = rows[0]?.folder ?? ''
  const { certificate, key } = await selfSigned(cluster)
  // The server refuses a key that others may read, or that it doesn't own.
  const owner = await stat(cluster)
  for (const file of [certificate, key]) {
    await chown(file, owner.uid, owner.gid)
    await chmod(file, 0o600)
  }
  await writeFile(join(cluster, 'pg_hba.conf'), 'hostssl all all 127.0.0.1/32 scram-sha-256\n')
  await client.query(`alter system set ssl_cert_file = '${certificate}'`)
  await client.query(`alter system set ssl_key_file = '${key}'`)
  await client.query('alter system set ssl = on')
  await client.query('select pg_reload_conf()')
  await client.end()
  return {
    url: server.url.replace('127.0.0.1', '127.1'),
    async stop() {
      await server.stop()
      await rm(directory, { recursive: true })
    },
  }
}
