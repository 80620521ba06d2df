// How the cost of grading an answer, showing a board and running one tick grows, from 1,000 to 1,000,000 answers and
// channels, with a tenth as many workspaces and players. GROWTH_UP_TO is the largest size (default 1000000). With 0,
// only the bytes per answer are measured.
import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { startEmbeddedPostgres } from '../src/adapters/embedded-postgres/start-embedded-postgres.ts'
import { openStore } from '../src/adapters/postgres/index.ts'
import { readBank } from '../src/adapters/question-files/index.ts'
import type { BoardQuery } from '../src/domain/standings.ts'
import type { Queue } from '../src/ports/queue.ts'
import { createGrader } from '../src/services/answers/create-grader.ts'
import { openBank } from '../src/services/bank.ts'
import { tick } from '../src/services/schedule/tick.ts'
import { seedChannels } from '../test/kit/product/seed-channels.ts'
import { pretendChat } from '../test/kit/services/pretend-chat.ts'
import { answerBytes, type Play } from './answer-bytes.ts'
import { percentile } from './hold-rate.ts'
import { seedAnswers } from './seed-answers.ts'
import { answersEach, lastDay, seedBoard } from './seed-board.ts'

const upTo = Number(process.env.GROWTH_UP_TO ?? 1_000_000)
const sizes = [1_000, 10_000, 100_000, 1_000_000].filter((size) => size <= upTo)
const warmUp = 50
const turns = 300
/** The number of due channels at the tick, for every size. */
const dueNow = 100
const plays: Record<string, Play> = {
  'first answers': { players: 3000, days: 1 },
  'twenty days of play': { players: 150, days: 20 },
}

const folder = await mkdtemp(join(tmpdir(), 'heroku-quiz-bench-'))
const postgres = await startEmbeddedPostgres({ directory: folder, durable: true, onProgress: () => {} })
try {
  const table: Record<string, Record<string, string>> = {}
  for (const size of sizes) {
    table[`${size} rows`] = await inDatabase(`growth_${size}`, (url) => measure(url, size))
  }
  const bytes: Record<string, Record<string, number>> = {}
  for (const [name, play] of Object.entries(plays)) {
    const found = await inDatabase(`play_${play.days}`, (url) => answerBytes(url, play))
    for (const [part, count] of Object.entries(found)) bytes[part] = { ...bytes[part], [name]: count }
  }
  if (sizes.length > 0) {
    console.log('Milliseconds, p50 and p99')
    console.table(table)
  }
  console.log('Bytes an answer')
  console.table(bytes)
  console.log(`${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}`)
} finally {
  await postgres.stop()
  await rm(folder, { recursive: true })
}

async function inDatabase<T>(name: string, use: (url: string) => Promise<T>): Promise<T> {
  await onServer(`create database ${name}`)
  const address = new URL(postgres.url)
  address.pathname = `/${name}`
  const made = await use(address.href)
  await onServer(`drop database ${name}`)
  return made
}

async function measure(url: string, size: number): Promise<Record<string, string>> {
  const [players, teams] = [size / answersEach, Math.max(10, size / 1000)]
  const begun = performance.now()
  const workspaceId = await seedBoard(url, { players, teams })
  const now = new Date()
  const daily = { time: '09:00', zone: 'UTC', channels: 10 }
  const tomorrow = new Date(now.getTime() + 86_400_000)
  await seedChannels(url, { ...daily, prefix: 'slack:Due', workspaces: dueNow / 10, dueAt: now })
  await seedChannels(url, { ...daily, prefix: 'slack:Later', workspaces: size / 10, dueAt: tomorrow })
  const store = openStore({ url, poolSize: 1, onError: console.error })
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const ids = await seedAnswers(url, { roundId: await openRound(), workspaceId, teams, count: warmUp + turns })
    console.log(`${size} rows: seeded in ${((performance.now() - begun) / 1000).toFixed(0)} s`)
    const deps = {
      store,
      bank: openBank(store),
      clock: { now: () => now },
      log: { info() {}, warn() {}, error() {} },
      chat: pretendChat(),
      // The cost of the queue does not depend on the number of rows.
      queue: { add: async () => {}, addMany: async () => {} } as unknown as Queue,
    }
    const grade = createGrader(deps)
    // One after the other, because answers that wait at the same time are graded together.
    const next = async (): Promise<void> => {
      await client.query(`update answers set state = 'told' where state = 'received'`)
      await client.query(`update answers set state = 'received' where id = $1`, [ids[0]])
    }
    const query: BoardQuery = { workspaceId, window: 'all', by: 'players', day: lastDay, teamScore: 'best-three' }
    return {
      'select 1': await timed(() => store.ping()),
      'an answer graded and ranked': await timed(() => grade(ids.shift() ?? 0), next),
      'a board with own place': await timed(async (turn) => {
        await store.boards.top(query, 10)
        await store.boards.place(query, 1 + ((turn * 37) % players))
      }),
      [`a tick with ${dueNow} due`]: await timed(() => tick(deps)),
    }
  } finally {
    await client.end()
    await store.close()
  }

  async function openRound(): Promise<number> {
    await store.questions.load(await readBank('test/kit/bank'))
    const [question] = await store.questions.current()
    const [channel] = await store.channels.inWorkspace(workspaceId)
    if (!question || !channel) throw new Error('nothing to ask, or nowhere')
    const round = await store.rounds.create({
      ...{ workspaceId, channelId: channel.id, questionId: question.id, questionVersion: question.version },
      ...{ kind: 'extra', localDate: lastDay, attempts: 1, createdAt: now },
    })
    if (!round) throw new Error('no round')
    await store.rounds.change(round.id, { state: 'open', openedAt: now })
    return round.id
  }
}

async function timed(act: (turn: number) => Promise<void>, before = async (): Promise<void> => {}): Promise<string> {
  const times: number[] = []
  for (let turn = -warmUp; turn < turns; turn++) {
    await before()
    const started = performance.now()
    await act(turn + warmUp)
    if (turn >= 0) times.push(performance.now() - started)
  }
  return `${percentile(times, 0.5).toFixed(2)}  ${percentile(times, 0.99).toFixed(2)}`
}

async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: postgres.url })
  await client.connect()
  await client.query(statement)
  await client.end()
}
