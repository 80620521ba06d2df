import { mkdtemp, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '../../../src/adapters/embedded-postgres/start-embedded-postgres.ts'
import { at, type TestServer } from './postgres.ts'
import { buildTemplate } from './template.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: TestServer
  }
}

/** One server for the whole run: the one at TEST_DATABASE_URL (a user who may create databases), or a temporary one. */
export default async function globalSetup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL
  const own = given ? undefined : await startOwn()
  const url = given ?? own?.url ?? ''
  const template = `quiz_test_${process.pid}_template`

  try {
    await command(url, `create database ${template}`)
    await buildTemplate(at(url, template))
  } catch (error) {
    await own?.stop()
    throw error
  }
  project.provide('postgres', { url, template })

  return async () => {
    await command(url, `drop database ${template} with (force)`)
    await own?.stop()
  }
}

async function startOwn(): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = await mkdtemp(join(await quickFolder(), 'heroku-quiz-test-'))
  const server = await startEmbeddedPostgres({ directory: folder, durable: false, onProgress: () => {} })
  return {
    url: server.url,
    async stop() {
      await server.stop()
      await rm(folder, { recursive: true })
    },
  }
}

/**
 * Uses memory if a gigabyte is free. Creating a database copies hundreds of files and dropping it deletes them, which
 * takes half the time in memory.
 */
async function quickFolder(): Promise<string> {
  const memory = '/dev/shm'
  const { bavail = 0, bsize = 0 } = await statfs(memory).catch(() => ({}) as { bavail?: number; bsize?: number })
  return bavail * bsize > 1_000_000_000 ? memory : tmpdir()
}

async function command(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(sql)
  await client.end()
}
