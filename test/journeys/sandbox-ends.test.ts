import { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { removeSandboxes } from '../../src/services/remove-sandboxes.ts'
import { seenText } from '../kit/people/seen-text.ts'
import { type QuizWorld, quizWorld } from '../kit/product/quiz-world.ts'

const oneHour = 60 * 60_000

let world: QuizWorld
let database: Client

beforeAll(async () => {
  world = await quizWorld()
  database = new Client({ connectionString: world.config.databaseUrl })
  await database.connect()
})
afterAll(async () => {
  await database.end()
  await world.close()
})

it('a sandbox is deleted with everything in it a day after its last use, and its link stops working', async () => {
  const { owner } = world
  const guest = await world.arrive()
  await owner.types('ask')
  await seenText(guest, '[Answer: answer:1]')
  await guest.sends('answer:1', { text: 'temporary, for migrations' })
  await seenText(guest, 'That’s right')
  await owner.presses('weekly-now:0')
  expect(await counts()).toMatchObject({ sandboxes: 1, workspaces: 1, pictures: 1 })

  expect(await removedAfter(23 * oneHour)).toBe(0)
  expect((await guest.visitor.get('')).statusCode).toBe(200)
  expect(await removedAfter(25 * oneHour)).toBe(1)
  expect(await counts()).toEqual({ sandboxes: 0, workspaces: 0, players: 0, answers: 0, transcript: 0, pictures: 1 })
  expect((await guest.visitor.get('')).statusCode).toBe(404)
  // Another sandbox may use the same picture, so it is deleted after the maximum lifetime of a sandbox.
  await removedAfter(73 * oneHour)
  expect(await counts()).toMatchObject({ pictures: 0 })
})

it('a sandbox in use is deleted after three days, and so is a workspace that is left over from a race condition', async () => {
  await world.owner.types('help')
  await database.query("update sandboxes set made_at = now() - interval '71 hours'")
  expect(await removedAfter(0)).toBe(0)
  await database.query("update sandboxes set made_at = now() - interval '73 hours'")
  expect(await removedAfter(0)).toBe(1)
  await database.query("insert into workspaces (ref, platform, name) values ('playground:left', 'playground', 'x')")
  await database.query("insert into workspaces (ref, platform, name) values ('slack:T1', 'slack', 'x')")
  expect(await removedAfter(0)).toBe(1)
  expect(await counts()).toMatchObject({ workspaces: 1 })
})

function removedAfter(ms: number): Promise<number> {
  return removeSandboxes({ ...world.app.deps, clock: { now: () => new Date(Date.now() + ms) } })
}

async function counts(): Promise<Record<string, number>> {
  const tables = ['sandboxes', 'workspaces', 'players', 'answers', 'transcript', 'pictures']
  const { rows } = await database.query<Record<string, number>>(
    `select ${tables.map((table) => `(select count(*)::int from ${table}) as ${table}`).join(', ')}`,
  )
  return rows[0] ?? {}
}
