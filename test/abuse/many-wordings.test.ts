import { Client } from 'pg'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { DeskPerson } from '../kit/people/desk-person.ts'
import { inSlack, signedIn } from '../kit/product/at-the-desk.ts'
import { wholeApp } from '../kit/product/whole-app.ts'
import { tooLong } from './longest-turn.ts'

/** A week of a busy workspace with long answers, all different. */
const people = 10_000

let app: Awaited<ReturnType<typeof wholeApp>>
let database: Client
let admin: DeskPerson

beforeAll(async () => {
  app = await wholeApp()
  database = new Client({ connectionString: app.databaseUrl })
  await database.connect()
  admin = await signedIn(app)
  await inSlack(app, 'U1').types('ask')
  await vi.waitFor(async () => expect((await app.app.deps.store.rounds.find(1))?.state).toBe('open'), 15_000)
  await database.query(
    `with player as (
       insert into players (workspace_id, ref, name)
       select 1, 'slack:T1:UX' || n, 'Player ' || n from generate_series(1, $1::int) as n returning id
     ), answer as (
       insert into answers (workspace_id, round_id, player_id, attempt, text, state, received_at)
       -- Letters beyond ASCII take longest to compare.
       select 1, 1, id, 1,
         case when id % 5 = 0 then '“Größer” is what grows ' || (array['hair', 'trees', 'debts'])[1 + id / 5 % 3] else rpad('“Wörter” ' || id, 1000, md5(id::text) || ' — ßtümmel ') end,
         'told', now()
       from player returning id
     )
     insert into grades (answer_id, question_version, score, verdict, findings, cause, earned, graded_at)
     select answer.id, round.question_version, 0, 'incorrect', '{"points": [], "misconceptions": [], "readings": []}', 'graded', 0, now()
     from answer, rounds as round where round.id = 1`,
    [people],
  )
  await database.query('analyze')
}, 60_000)
afterAll(async () => {
  await database.end()
  await app.close()
})

it.each(['/desk', '/desk/rulings'])(
  '%s doesn’t block others, no matter how many wordings there are',
  async (page) => {
    await admin.opens(page)
    expect(await tooLong([[page, () => admin.opens(page)]])).toEqual([])
  },
  60_000,
)

it('the inbox shows the most common wordings, and counts the answers that it has not compared', async () => {
  const { text } = await admin.opens('/desk/rulings')
  expect(text).toMatch(/66\d people wrote this/)
  expect(text).toMatch(/Also waiting: \d+ groups and 7503 wordings that aren’t in a group yet/)
  expect((await admin.opens('/desk')).text).toContain('At least 500 groups of answers are waiting')
}, 60_000)

it('a decision about a wording of hundreds of people doesn’t block others, and affects each of these people', async () => {
  const decided: string[] = []
  const decide = async () => {
    const { html } = await admin.opens('/desk/rulings')
    const [, wording = ''] = /name="(wording-\d+)" value="0"[^>]*>\s*<span><q><bdi>“Größer”/.exec(html) ?? []
    decided.push((await admin.sends('/desk/rulings', { mark: 'half', [wording]: '0' })).text)
  }
  expect(await tooLong([['the decision', decide]])).toEqual([])
  expect(decided[0]).toMatch(/66\d answers were graded again/)
}, 60_000)
