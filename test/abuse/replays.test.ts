import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Command } from '../../src/commands/command.ts'
import { allCommands } from '../../src/commands/table.ts'
import * as discordSends from '../kit/discord/discord-payloads.ts'
import { type SignedRequest, signed as signedByDiscord } from '../kit/discord/discord-request.ts'
import { wholeApp } from '../kit/product/whole-app.ts'
import { buttonPress, eventCallback, mention, slashCommand, viewSubmission } from '../kit/slack/slack-payloads.ts'
import { slackSends } from '../kit/slack/slack-request.ts'

let app: Awaited<ReturnType<typeof wholeApp>>
let database: Client

beforeAll(async () => {
  app = await wholeApp()
  app.slack.world.admins.add('U1')
  database = new Client({ connectionString: app.databaseUrl })
  await database.connect()
})
afterAll(async () => {
  await database.end()
  await app.close()
})

/** Valid words for options that don't accept any word. */
const examples: Readonly<Record<string, string>> = {
  topic: 'dynos',
  time: '09:30',
  zone: 'Europe/Berlin',
  days: 'mon-fri',
  day: 'monday',
  window: 'week',
  by: 'teams',
  text: 'It is temporary',
  difficulty: 'easy',
}

function wordFor({ path }: Command, name: string): string {
  if (path[0] === 'settings') return name === 'name' ? 'attempts' : '3'
  return examples[name] ?? 'Rockets'
}

function typed(command: Command): [path: string, options: Record<string, string>] {
  return [command.path.join(' '), Object.fromEntries(command.options.map(({ name }) => [name, wordFor(command, name)]))]
}

/** Every action in Slack and Discord, each as a signed request. */
function everything(): SignedRequest[] {
  const slack = allCommands.map(typed).map(([path, options]) => {
    const words = [path, ...Object.values(options)].join(' ')
    return slackSends.command(slashCommand(words, { response_url: app.slack.responseUrl }))
  })
  const memory = JSON.stringify({ action: 'answer:1', channel: { ref: 'slack:T1:C1', name: 'general' } })
  const view = { id: 'V1', private_metadata: memory, title: { text: 'Answer' } }
  app.slack.world.views.set('V1', { blocks: [] })
  const admin = discordSends.by(discordSends.grace, { permissions: discordSends.adminPermissions })
  const discord = allCommands.map(typed).map(([path, options]) => discordSends.slashCommand(path, options, admin))
  // Forms and buttons come first, because `ask` closes their rounds.
  return [
    slackSends.interaction(viewSubmission(view, { text: 'It is temporary, from a form' })),
    slackSends.interaction(buttonPress('hint:1', { response_url: app.slack.responseUrl })),
    ...slack,
    slackSends.event(eventCallback(mention('<@UBOT> team create Mentioned'))),
    ...[
      discordSends.modalSubmit('answer:2', { text: 'It is temporary, from a form in Discord' }),
      discordSends.buttonPress('hint:2'),
      ...discord,
    ].map((interaction) => signedByDiscord(JSON.stringify(interaction))),
  ]
}

async function send(request: SignedRequest, address = app.address): Promise<string> {
  const path = 'x-slack-signature' in request.headers ? '/slack/events' : '/discord/interactions'
  const response = await fetch(address + path, request)
  expect(response.status).toBe(200)
  const text = await response.text()
  const { token } = request.body.startsWith('{') ? (JSON.parse(request.body) as { token?: string }) : {}
  if (token) app.discord.world.replies.set(token, { user: discordSends.grace, body: {} })
  return text
}

/** The same request with another spelling that passes the signature check. */
function respelled({ headers, ...request }: SignedRequest): SignedRequest {
  const signature = headers['x-slack-signature']
  const timestamp = headers['x-slack-request-timestamp']
  if (signature === undefined) return { headers, ...request }
  return {
    ...request,
    headers: { ...headers, 'x-slack-signature': `${signature}=1`, 'x-slack-request-timestamp': ` ${timestamp} ` },
  }
}

/** Returns every row of every table and the number of calls to each chat, after nothing changes anymore. */
async function settled(): Promise<unknown> {
  let before: unknown
  await vi.waitFor(
    async () => {
      const now = { ...(await rows()), slack: app.slack.calls.length, discord: app.discord.calls.length }
      const same = JSON.stringify(now) === JSON.stringify(before)
      before = now
      expect(same).toBe(true)
      const { rows: open } = await database.query(
        "select id from answers where state <> 'told' union all select id from rounds where state = 'posting' or (state = 'closed' and revealed_at is null)",
      )
      expect(open).toEqual([])
    },
    { timeout: 15_000, interval: 600 },
  )
  return before
}

async function rows(): Promise<Record<string, string[]>> {
  const { rows: tables } = await database.query<{ name: string }>(
    "select quote_ident(tablename) as name from pg_tables where schemaname = 'public' order by 1",
  )
  const found: Record<string, string[]> = {}
  for (const { name } of tables) {
    const { rows: lines } = await database.query<{ line: string }>(
      `select t::text as line from ${name} as t order by 1`,
    )
    found[name] = lines.map(({ line }) => line)
  }
  return found
}

describe('a signed request that somebody intercepted and sends again', () => {
  it('gets the same response and has no further effect: every command, a form, a button and a mention', async () => {
    await send(slackSends.command(slashCommand('ask')))
    await send(signedByDiscord(JSON.stringify(discordSends.slashCommand('ask'))))
    const { rounds } = app.app.deps.store
    await vi.waitFor(async () => {
      expect([(await rounds.find(1))?.state, (await rounds.find(2))?.state]).toEqual(['open', 'open'])
    }, 5000)

    const requests = everything()
    const answers: string[] = []
    for (const request of requests) answers.push(await send(request))
    const before = await settled()
    for (const word of ['Rockets', 'Mentioned', 'from a form', 'from a form in Discord'])
      expect(JSON.stringify(before)).toContain(word)

    for (const [at, request] of requests.entries()) expect(await send(request)).toBe(answers[at])
    for (const request of requests) await send(respelled(request))
    expect(await Promise.all(requests.map((request) => send(request)))).toEqual(answers)
    expect(await settled()).toEqual(before)

    // Another web process, or this one after a restart, has no stored response to repeat.
    const another = await app.anotherWeb()
    // A new process requests the names of people and servers once.
    await send(slackSends.event(eventCallback(mention('<@UBOT> me'))), another)
    await send(signedByDiscord(JSON.stringify(discordSends.slashCommand('me'))), another)
    const between = await settled()
    for (const request of requests) await send(request, another)
    for (const request of requests) await send(respelled(request), another)
    await Promise.all(requests.map((request) => send(request, another)))
    expect(await settled()).toEqual(between)
  }, 60_000)
})
