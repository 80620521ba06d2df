import { Client } from 'pg'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { DeskPerson } from '../kit/people/desk-person.ts'
import { inSlack, signedIn, signedInElsewhere } from '../kit/product/at-the-desk.ts'
import { wholeApp } from '../kit/product/whole-app.ts'

/** A text that appears nowhere else. */
const secret = 'MarkerOfTheVictim'

type Form = { path: string; fields: Record<string, string> }

let app: Awaited<ReturnType<typeof wholeApp>>
let database: Client
let victim: DeskPerson
let stranger: DeskPerson
let forms: Form[]
/** The clock moves between forms, because the desk limits the rate of requests. */
let ahead = 0

beforeAll(async () => {
  app = await wholeApp({ clock: { now: () => new Date(Date.now() + ahead) } })
  database = new Client({ connectionString: app.databaseUrl })
  await database.connect()
  victim = await signedIn(app)
  await settle()
  forms = (await Promise.all(pages().map(async (page) => formsIn((await victim.opens(page)).html)))).flat()
  stranger = await signedInElsewhere(app)
})
afterAll(async () => {
  await database.end()
  await app.close()
})

/** Creates an open question with a disputed near miss and a schedule, so that every page has content. */
async function settle(): Promise<void> {
  const [admin, player] = [inSlack(app, 'U1'), inSlack(app, 'U2')]
  await admin.types('schedule set 09:30 UTC')
  await admin.types('ask')
  await vi.waitFor(async () => expect(await query(`select from rounds where state = 'open'`)).toHaveLength(1), 10_000)
  await player.types(`answer ${secret} is a thing`)
  await vi.waitFor(async () => expect(await query(`select from answers where state = 'told'`)).toHaveLength(1), 10_000)
  const { store, clock } = app.app.deps
  const [answer] = await query<{ id: number; player: number; workspace: number }>(
    'select id::int, player_id::int as player, workspace_id::int as workspace from answers',
  )
  if (!answer) throw new Error('no answer')
  const { id: answerId, player: playerId, workspace: workspaceId } = answer
  await store.disputes.open({ answerId, playerId, workspaceId, openedAt: clock.now() })
}

function pages(): string[] {
  return app.routes.flatMap(({ method, path }) =>
    method === 'GET' && path.startsWith('/desk') && !path.includes(':') ? [path] : [],
  )
}

/** Returns each form of a page once for each of its buttons. */
function formsIn(html: string): Form[] {
  return [...html.matchAll(/<form[^>]* action="([^"]+)"[^>]*>(.*?)<\/form>/gs)].flatMap(
    ([, path = '', inside = '']) => {
      const named = [
        ...inside.matchAll(/<(input|button|select|textarea)[^>]* name="([^"]+)"(?:[^>]* value="([^"]*)")?/g),
      ]
      const given = named.map(([, kind, name = '', value = '']) => ({ kind, name, value }))
      const fields = Object.fromEntries(
        given.flatMap(({ kind, name, value }) => (kind === 'button' ? [] : [[name, value]])),
      )
      const buttons = given.filter(({ kind }) => kind === 'button')
      if (buttons.length === 0) return [{ path, fields }]
      return buttons.map(({ name, value }) => ({ path, fields: { ...fields, [name]: value } }))
    },
  )
}

async function query<Row extends object>(text: string): Promise<Row[]> {
  return (await database.query<Row>(text)).rows
}

async function everyRow(): Promise<string[]> {
  const tables = await query<{ name: string }>(
    `select format('%I', table_name) as name from information_schema.tables where table_schema = 'public'`,
  )
  const rows: string[] = []
  for (const { name } of tables.filter(({ name }) => !name.includes('desk_sessions') && name !== 'deliveries')) {
    const found = await query<{ row: string }>(`select '${name} ' || one::text as row from ${name} as one`)
    rows.push(...found.map(({ row }) => row))
  }
  return rows
}

it('an admin of another workspace sees nothing of this one on any page of the desk', async () => {
  expect(pages().length).toBeGreaterThan(3)
  for (const page of pages()) {
    expect((await stranger.opens(page)).html, page).not.toContain(secret)
  }
})

it('an admin of another workspace changes nothing here with any form of these pages, sent with their own token', async () => {
  const paths = new Set(forms.map(({ path }) => path))
  expect([...paths]).toEqual(expect.arrayContaining(['/desk/rulings', '/desk/coming']))
  const before = await everyRow()
  await stranger.opens('/desk')
  for (const { path, fields } of forms.filter(({ path }) => path !== '/desk/sign-out')) {
    ahead += 1000
    const { token: _, ...theirs } = fields
    const seen = await stranger.sends(path, theirs)
    expect([200, 404, 422]).toContain(seen.status)
    expect(seen.html, path).not.toContain(secret)
  }
  const after = new Set(await everyRow())
  expect(before.filter((row) => !after.has(row))).toEqual([])
})

it('a form without the token of its session, or with the token of another, changes nothing', async () => {
  const before = await everyRow()
  for (const { path, fields } of forms) {
    for (const token of ['', 'x'.repeat(43)]) {
      ahead += 1000
      expect((await victim.sends(path, { ...fields, token })).status, path).toBe(403)
    }
  }
  expect(await everyRow()).toEqual(before)
})
