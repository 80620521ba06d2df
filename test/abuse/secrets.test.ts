import { Client } from 'pg'
import { expect, it, onTestFinished } from 'vitest'
import * as discordSends from '../kit/discord/discord-payloads.ts'
import { signed } from '../kit/discord/discord-request.ts'
import { secrets, wholeApp } from '../kit/product/whole-app.ts'
import { slashCommand, viewSubmission } from '../kit/slack/slack-payloads.ts'
import { signingSecret, slackSends } from '../kit/slack/slack-request.ts'

const words = 'Xylophone answers, temporary and for migrations'

it('secrets and people’s texts are never in logs or in the queue', async () => {
  const app = await wholeApp()
  onTestFinished(app.close)
  const kept = new Set<string>()
  const { queue } = app.app.deps
  const add = queue.add.bind(queue)
  queue.add = async (job, options) => {
    kept.add(JSON.stringify({ job, options }))
    await add(job, options)
  }

  app.slack.world.admins.add('U1')
  const send = async (path: string, request: RequestInit) => (await fetch(`${app.address}${path}`, request)).text()
  const command = (text: string) =>
    send('/slack/events', slackSends.command(slashCommand(text, { response_url: `${app.slack.responseUrl}?t=hush` })))
  await command('ask')
  await app.slack.until('chat.postMessage')
  await expect.poll(async () => (await app.app.deps.store.rounds.find(1))?.state).toBe('open')
  const memory = JSON.stringify({ action: 'answer:1', channel: { ref: 'slack:T1:C1', name: 'general' } })
  app.slack.world.views.set('V1', {})
  const view = { id: 'V1', private_metadata: memory, title: { text: 'Answer' } }
  await send('/slack/events', slackSends.interaction(viewSubmission(view, { text: words })))
  await command(`answer ${words} again`)
  await command(`team create ${words.slice(0, 20)}`)
  await send('/discord/interactions', signed(JSON.stringify(discordSends.slashCommand('answer', { text: words }))))
  await send('/discord/interactions', signed(JSON.stringify(discordSends.modalSubmit('answer:99', { text: words }))))
  await send(
    '/slack/events',
    slackSends.interaction(viewSubmission({ ...view, id: 'V2' }, { text: 'x'.repeat(5000) + words })),
  )
  await expect.poll(async () => (await app.app.deps.store.answers.find(1))?.state, { timeout: 10_000 }).toBe('told')
  // The chats fail, refuse, hang up and return garbage.
  app.slack.next('views.update', { status: 500, text: words }, { error: 'internal_error' })
  app.slack.world.views.set('V3', {})
  await send(
    '/slack/events',
    slackSends.interaction(viewSubmission({ ...view, id: 'V3' }, { text: `${words}, twice` })),
  )
  app.slack.next('response_url', { status: 500, text: words }, { cut: 'before' })
  await command('settings')
  await command('disputes')
  app.discord.next(/^POST/, { status: 500 })
  await send('/discord/interactions', signed(JSON.stringify(discordSends.slashCommand('ask'))))
  await expect.poll(async () => (await app.app.deps.store.rounds.find(2))?.state, { timeout: 15_000 }).toBe('open')
  app.discord.next(
    /@original$/,
    { cut: 'before' },
    { status: 400, body: { code: 50_035, message: 'Invalid Form Body' } },
  )
  const form = discordSends.modalSubmit('answer:2', { text: words })
  await send('/discord/interactions', signed(JSON.stringify(form)))
  app.discord.world.replies.set(form.token, { user: discordSends.ada, body: {} })
  const { answers } = app.app.deps.store
  const later = { before: new Date(Date.now() + 60_000), after: 0, limit: 10 }
  await expect.poll(async () => (await answers.ofRound(2)).best.length, { timeout: 15_000 }).toBe(1)
  await expect.poll(() => answers.unfinished(later), { timeout: 15_000 }).toEqual([])
  // Unsigned requests, and addresses that work without signing in.
  await send('/slack/events', { method: 'POST', body: words, headers: { 'x-slack-signature': 'v0=hush-hush' } })
  await send('/discord/interactions', { method: 'POST', body: words, headers: { 'x-signature-ed25519': 'hush-hush' } })
  const { store, links: make, clock } = app.app.deps
  const asked = { workspaceId: 1, playerId: 1, askedAt: clock.now(), forgetBefore: new Date(0) }
  const links = [
    make.board({ id: 1, boardLinks: 0 } as never),
    make.playerExport({ id: 1, exportLinks: 0 } as never),
    make.progress({ id: 1 }),
    make.desk(await store.deskSessions.ask(asked)),
  ].map((link) => new URL(link ?? ''))
  for (const { pathname } of links) expect((await fetch(app.address + pathname)).status).toBe(200)
  await send('/slack/oauth_redirect?code=hush-hush&state=hush-hush', {})
  await send('/metrics', { headers: { authorization: 'Bearer hush-hush' } })
  const tokens = links.map(({ pathname }) => pathname.split('/').at(-1) ?? '')

  const everything = [...app.logged, ...kept, ...(await queueContents(app.databaseUrl))].join('\n')
  expect(everything).toContain('grade')
  expect(everything.length).toBeGreaterThan(10_000)
  for (const hidden of [
    'Xylophone',
    signingSecret,
    ...Object.values(secrets),
    ...tokens,
    't=hush',
    'hush-hush',
    '_token.x',
  ]) {
    expect(everything.split('\n').filter((line) => line.includes(hidden))).toEqual([])
  }
}, 60_000)

async function queueContents(url: string): Promise<string[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      "select quote_ident(tablename) as name from pg_tables where schemaname = 'bullmq'",
    )
    const contents: string[] = []
    for (const { name } of tables) {
      const { rows } = await client.query<{ line: string }>(`select t::text as line from bullmq.${name} as t`)
      contents.push(...rows.map(({ line }) => line))
    }
    return contents
  } finally {
    await client.end()
  }
}
