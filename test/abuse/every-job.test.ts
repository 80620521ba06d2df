import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runJob } from '../../src/jobs/jobs.ts'
import type { Job } from '../../src/ports/queue.ts'
import { aQuestion } from '../contracts/store/scene.ts'
import { type HabitWorld, habitWorld } from '../kit/services/habit-world.ts'

type AboutNothing = 'sync-teams' | 'tick' | 'sweep' | 'prune' | 'find-removals' | 'remove-sandboxes'
type Name = Exclude<Job['name'], AboutNothing>

const today = '2026-03-02'

const jobs: { [Each in Name]: (id: number) => Extract<Job, { name: Each }> } = {
  grade: (answerId) => ({ name: 'grade', answerId }),
  tell: (answerId) => ({ name: 'tell', answerId }),
  'post-round': (roundId) => ({ name: 'post-round', roundId }),
  'close-round': (roundId) => ({ name: 'close-round', roundId }),
  'reveal-round': (roundId) => ({ name: 'reveal-round', roundId }),
  'count-answers': (roundId) => ({ name: 'count-answers', roundId }),
  ask: (channelId) => ({ name: 'ask', channelId, localDate: today }),
  remind: (playerId) => ({ name: 'remind', playerId, date: today }),
  share: (shareId) => ({ name: 'share', shareId }),
  'tell-dispute': (disputeId) => ({ name: 'tell-dispute', disputeId }),
  'tell-ruling': (noticeId) => ({ name: 'tell-ruling', noticeId }),
  'tell-suggestion': (suggestionId) => ({ name: 'tell-suggestion', suggestionId }),
  'read-import': (importId) => ({ name: 'read-import', importId }),
  weekly: (workspaceId) => ({ name: 'weekly', workspaceId, date: today }),
  season: (seasonId) => ({ name: 'season', seasonId }),
  'sync-team': (teamId) => ({ name: 'sync-team', teamId }),
}
const all = Object.entries(jobs) as [Name, (id: number) => Job][]

let world: HabitWorld
let database: Client
let theirs: Set<number>
/** The rows of the first workspace before the second one was created. */
let first: string[]

beforeAll(async () => {
  world = await habitWorld(`${today}T09:00:00Z`, [aQuestion('one'), aQuestion('two')])
  database = new Client({ connectionString: world.databaseUrl })
  await database.connect()
  await settle('slack:T1')
  first = await everyRow()
  // Migrations have ids too, but don't belong to a workspace.
  const rows = first.filter((row) => !row.startsWith('migrations '))
  theirs = new Set(rows.map((row) => Number(/^\S+ \((\d+),/.exec(row)?.[1] ?? 0)))
  for (let number = 0; number < 3; number++) await settle('slack:T2')
})
afterAll(async () => {
  await database.end()
  await world.close()
})

async function query<Row extends object>(text: string): Promise<Row[]> {
  return (await database.query<Row>(text)).rows
}

/** Creates a team with a member, answers to a closed and an open question, a dispute, and a schedule. */
async function settle(workspace: string): Promise<void> {
  const admin = world.person('Ada', { admin: true, workspace })
  const person = world.person('Ben', { workspace, zone: 'UTC' })
  for (const words of ['schedule set 09:30 UTC', 'settings seasons month', 'ask']) await admin.types(words)
  for (const words of ['team create Core', 'answer Nothing yet', 'answer Once a day', 'hint', 'remind on 09:00'])
    await person.types(words)
  await admin.types('ask', 'lounge')
  await person.types('answer Nothing yet', 'lounge')
}

async function everyRow(): Promise<string[]> {
  const tables = await query<{ name: string }>(
    `select format('%I', table_name) as name from information_schema.tables where table_schema = 'public'`,
  )
  const rows: string[] = []
  for (const { name } of tables) {
    const found = await query<{ row: string }>(`select '${name} ' || one::text as row from ${name} as one`)
    rows.push(...found.map(({ row }) => row))
  }
  return rows.toSorted()
}

describe('every job', () => {
  it.each(all)('does nothing and does not fail if its row is missing: %s', async (_, job) => {
    const [rows, said] = [await everyRow(), world.chat.said.length]
    for (const id of [0, -1, 987_654_321, 2 ** 53 - 1]) await runJob(world.deps, job(id))
    expect(await everyRow()).toEqual(rows)
    expect(world.chat.said).toHaveLength(said)
  })

  it.each(all)('changes no row of another workspace and posts nothing there: %s', async (_, job) => {
    const said = world.chat.said.length
    const others = Array.from({ length: 60 }, (_, at) => at + 1).filter((id) => !theirs.has(id))
    for (const id of others) await runJob(world.deps, job(id)).catch(() => {})
    expect(others.length).toBeGreaterThan(10)
    const rows = new Set(await everyRow())
    expect(first.filter((row) => !rows.has(row))).toEqual([])
    expect(world.chat.said.slice(said).filter(({ to }) => to.startsWith('slack:T1'))).toEqual([])
  })
})
