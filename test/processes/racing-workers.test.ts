import { expect, it, onTestFinished } from 'vitest'
import { createQueue, migrateQueue } from '../../src/adapters/bullmq/index.ts'
import { createHolidayCalendar } from '../../src/adapters/holidays/index.ts'
import { createPainter } from '../../src/adapters/picture/index.ts'
import { openStore } from '../../src/adapters/postgres/index.ts'
import { createImportReader } from '../../src/app/imports/import-reader.ts'
import { runJob } from '../../src/jobs/jobs.ts'
import { createArchive } from '../../src/services/archive/archive.ts'
import { openBank } from '../../src/services/bank.ts'
import type { Deps } from '../../src/services/deps.ts'
import { createPace } from '../../src/services/players/keep-pace.ts'
import { aQuestion } from '../contracts/store/scene.ts'
import { seedChannels } from '../kit/product/seed-channels.ts'
import { createDatabase } from '../kit/servers/postgres.ts'
import { pretendChat } from '../kit/services/pretend-chat.ts'

const dueAt = new Date('2026-03-02T09:00:00Z')
const links = {
  board: () => undefined,
  archive: () => undefined,
  source: (path: string) => path,
  playerExport: () => undefined,
  progress: () => undefined,
  desk: () => undefined,
  pack: () => undefined,
}

it('two workers racing for 1,000 due channels make 1,000 posts', { timeout: 120_000 }, async () => {
  const database = await createDatabase()
  onTestFinished(() => database.drop())
  await migrateQueue(database.url)
  await seedChannels(database.url, {
    prefix: 'slack:T',
    workspaces: 100,
    channels: 10,
    dueAt,
    time: '09:00',
    zone: 'UTC',
  })
  const chat = pretendChat()
  let sendings = 0
  chat.before = () => {
    sendings += 1
  }
  const errors: string[] = []

  /** A worker with a separate connection to the same chat platform. */
  const aWorker = async (): Promise<Deps> => {
    const store = openStore({ url: database.url, poolSize: 5, onError: () => {} })
    const queue = createQueue({ databaseUrl: database.url, onError: ({ message }) => errors.push(message) })
    onTestFinished(async () => {
      await queue.close()
      await store.close()
    })
    const log = { info: () => {}, warn: () => {}, error: () => {} }
    const clock = { now: () => new Date(dueAt.getTime() + 5000) }
    const bank = openBank(store)
    const own = {
      bank,
      archive: createArchive({ store, bank, clock }),
      painter: createPainter(),
      readImport: createImportReader(),
      holidays: createHolidayCalendar(),
      keepPace: createPace(clock),
      rights: { isAdmin: async () => true, isMember: async () => true },
    }
    const deps = {
      store,
      queue,
      chat,
      clock,
      log,
      links,
      fingerprint: (ref: string) => ref,
      retentionMonths: 12,
      ...own,
      gradeAnswer: async () => {},
    }
    await queue.work((job) => runJob(deps, job), { concurrency: 8 })
    return deps
  }

  const [one, other] = await Promise.all([aWorker(), aWorker()])
  await one.store.questions.load([aQuestion('one'), aQuestion('two')])
  // Both workers find the same due channels several times while earlier jobs are still running.
  for (let beat = 0; beat < 3; beat++) {
    await Promise.all([runJob(one, { name: 'tick' }), runJob(other, { name: 'tick' }), runJob(one, { name: 'sweep' })])
  }
  await expect.poll(() => chat.said.length, { timeout: 90_000, interval: 200 }).toBe(1000)
  await expect.poll(async () => (await one.queue.depth()).waiting, { timeout: 30_000, interval: 200 }).toBe(0)
  await runJob(other, { name: 'tick' })
  await expect.poll(async () => (await one.queue.depth()).active, { timeout: 30_000, interval: 200 }).toBe(0)

  expect(new Set(chat.said.map(({ to }) => to)).size).toBe(1000)
  expect(chat.said).toHaveLength(1000)
  expect(sendings).toBe(1000)
  expect(errors).toEqual([])
  expect(await one.store.channels.due(new Date('2026-03-03T08:59:59Z'), { after: 0, limit: 10 })).toEqual([])
})
