import { Client } from 'pg'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import * as discordSends from '../kit/discord/discord-payloads.ts'
import { signed } from '../kit/discord/discord-request.ts'
import { wholeApp } from '../kit/product/whole-app.ts'
import { at } from '../kit/servers/postgres.ts'
import { buttonPress, slashCommand } from '../kit/slack/slack-payloads.ts'
import { slackSends } from '../kit/slack/slack-request.ts'
import { internalDetails, reach } from './internal-details.ts'

let app: Awaited<ReturnType<typeof wholeApp>>
let visitor: { cookie: string; sandbox: string }

beforeAll(async () => {
  app = await wholeApp()
  const { headers } = await fetch(`${app.address}/play`, { redirect: 'manual' })
  visitor = { cookie: headers.getSetCookie()[0]?.split(';')[0] ?? '', sandbox: headers.get('location') ?? '' }
  await onServer((client, name) => [
    client.query(`alter database ${name} with allow_connections false`),
    client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]),
  ])
  await vi.waitFor(async () => expect((await reach(app.address, '/readyz', {})).status).toBe(503), 10_000)
})
afterAll(() => app.close())

/** Connects to another database of the same server, because this one accepts no connections during the test. */
async function onServer(work: (client: Client, name: string) => Promise<unknown>[]): Promise<void> {
  const client = new Client({ connectionString: at(app.databaseUrl, 'postgres') })
  await client.connect()
  for (const one of work(client, new URL(app.databaseUrl).pathname.slice(1))) await one
  await client.end()
}

it('no route shows internal details to anybody while Postgres is down', async () => {
  const shown: string[] = []
  let failed = 0
  for (const { method, path } of app.routes) {
    const [, , sandbox = ''] = visitor.sandbox.split('/')
    const address = path
      .replace(':sandbox', sandbox)
      .replace(':channel', 'quiz')
      .replace(':hash.png', `${'0'.repeat(64)}.png`)
      .replaceAll(/:\w+/g, '1.2.abc')
    for (const accept of ['text/html', 'application/json']) {
      const body = method === 'POST' ? { body: new URLSearchParams({ text: '/heroku-quiz me', once: '1' }) } : {}
      const answer = await reach(app.address, address, { method, headers: { accept, cookie: visitor.cookie }, ...body })
      if (answer.status >= 500) failed += 1
      shown.push(...internalDetails(answer).map((what) => `${method} ${path}: ${what}`))
    }
  }
  expect(shown).toEqual([])
  // Otherwise no request needed Postgres.
  expect(failed).toBeGreaterThan(10)
})

it.each([
  ['Slack, a command', '/slack/events', () => slackSends.command(slashCommand('me'))],
  ['Slack, a button', '/slack/events', () => slackSends.interaction(buttonPress('answer:1'))],
  ['Discord, a command', '/discord/interactions', () => signed(JSON.stringify(discordSends.slashCommand('me')))],
  [
    'Discord, half a word',
    '/discord/interactions',
    () => signed(JSON.stringify(discordSends.halfTyped('team join', { name: 'r' }, 'name'))),
  ],
])('the response to a signed request doesn’t show internal details: %s', async (_, path, request) => {
  const answer = await reach(app.address, path, request())
  expect([answer.status, internalDetails(answer)]).toEqual([200, []])
})
