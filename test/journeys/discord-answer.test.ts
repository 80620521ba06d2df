import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openLog } from '../../src/adapters/log/open-log.ts'
import { type App, openApp } from '../../src/app/open-app.ts'
import { release } from '../../src/app/release.ts'
import { type AppConfig, readConfig } from '../../src/config/config.ts'
import {
  adminPermissions,
  application,
  buttonPress,
  by,
  general,
  grace,
  halfTyped,
  type Interaction,
  modalSubmit,
  slashCommand,
} from '../kit/discord/discord-payloads.ts'
import { publicKey, signed } from '../kit/discord/discord-request.ts'
import { type DiscordServer, startDiscordServer } from '../kit/discord/discord-server.ts'
import type { Json } from '../kit/discord/discord-world.ts'
import { testBank } from '../kit/product/quiz-world.ts'
import { createDatabase } from '../kit/servers/postgres.ts'

let discord: DiscordServer
let app: App
let send: (interaction: Interaction) => Promise<Json>
const said: string[] = []
const closers: (() => Promise<unknown>)[] = []

beforeAll(async () => {
  discord = await startDiscordServer()
  const database = await createDatabase()
  const config: AppConfig = {
    ...readConfig({
      DISCORD_PUBLIC_KEY: publicKey,
      DISCORD_APPLICATION_ID: application,
      DISCORD_TOKEN: 'a-bot-token',
      DISCORD_API_URL: discord.apiUrl,
      PLAYGROUND: 'off',
      PUBLIC_URL: 'https://quiz.test',
    }),
    databaseUrl: database.url,
    appSecret: 'a secret of the tests, long enough',
    questions: testBank,
  }
  discord.next(/^PUT/, { status: 503 })
  await release(config, (line) => said.push(line))
  await release(config, (line) => said.push(line))
  app = await openApp(config, openLog({ level: 'error', pretty: false, process: 'test' }))
  const web = app.web()
  await app.work()
  closers.push(
    () => web.close(),
    () => app.close(),
    () => database.drop(),
  )
  send = async (interaction) => {
    const { headers, body } = signed(JSON.stringify(interaction))
    const response = await web.inject({ method: 'POST', url: '/discord/interactions', headers, body })
    expect(response.statusCode).toBe(200)
    const answer = response.json() as Json
    if (answer.type === 4) discord.world.replies.set(interaction.token, { user: 'x', body: answer.data as Json })
    return answer
  }
})
afterAll(async () => {
  for (const close of closers) await close()
  await discord[Symbol.asyncDispose]()
})

describe('an answer on Discord', () => {
  it('is possible because the release registered the command, even though Discord was down at first', () => {
    expect(said.filter((line) => line.startsWith('Discord'))).toEqual([
      expect.stringMatching(/^Discord: not registered .*unavailable.*quiz discord register$/),
      'Discord: /heroku-quiz, /heroku-quiz-admin, “Suggest as a question” registered',
    ])
  })

  it('begins with a question for everyone', async () => {
    expect(await send(slashCommand('ask', { topic: 'dynos' }))).toMatchObject({ type: 4, data: { flags: 68 } })
    await vi.waitFor(() => expect(discord.world.messages.get(general)).toHaveLength(1), 5000)
    const [question] = discord.world.messages.get(general) ?? []
    expect(question).toMatchObject({
      content: expect.stringContaining('What is a one-off dyno, and what is it good for?'),
      components: [{ components: [{ custom_id: 'answer:1' }, { custom_id: 'hint:1' }] }],
    })
  })

  it('is written in a form and graded by the worker, and its grade replaces “being graded”', async () => {
    await vi.waitFor(async () => {
      expect(await send(buttonPress('answer:1'))).toMatchObject({ type: 9, data: { custom_id: 'answer:1' } })
    }, 5000)
    const submit = modalSubmit('answer:1', { text: 'A temporray dyno for a db migration' })
    expect(await send(submit)).toMatchObject({ type: 4, data: { content: expect.stringContaining('being graded') } })
    await vi.waitFor(() => {
      const told = discord.world.replies.get(submit.token)
      expect(told?.body.content).toMatch(/^🟩 \*\*✓ That’s right\.\*\* \\\+10 of 10\./)
    }, 5000)
  })

  it('changes the board, and only the person who asked sees it', async () => {
    const { data } = await send(slashCommand('leaderboard', { by: 'players', window: 'all' }))
    expect((data as Json).content).toMatch(/```\n1 Ada Lovelace 10 ◂\n```/)
  })

  it('is followed by commands that work as on other platforms', async () => {
    await send(slashCommand('team create', { name: 'Night Shift' }))
    expect(await send(halfTyped('team join', { name: 'ni' }, 'name'))).toEqual({
      type: 8,
      data: { choices: [{ name: 'Night Shift', value: 'Night Shift' }] },
    })
    expect(await send(halfTyped('ask', { topic: 'd' }, 'topic'))).toEqual({
      type: 8,
      data: { choices: [{ name: 'dynos', value: 'dynos' }] },
    })
    const players = await send(slashCommand('schedule set', { zone: 'Europe/Berlin', time: '09:30' }))
    expect(players).toMatchObject({ data: { content: expect.stringContaining('Only admins') } })
    // A server may show the admin command to everybody, but that doesn't make people admins.
    const shown = slashCommand('schedule set', { zone: 'Europe/Berlin', time: '09:30' })
    const granted = await send({ ...shown, data: { ...(shown.data as object), name: 'heroku-quiz-admin' } })
    expect(granted).toMatchObject({ data: { content: expect.stringContaining('Only admins') } })
    const admin = by(grace, { permissions: adminPermissions })
    const admins = await send(slashCommand('schedule set', { zone: 'Europe/Berlin', time: '09:30' }, admin))
    expect((admins.data as Json).content).not.toContain('Only admins')
    const mention = await send(slashCommand('settings', { name: 'mention', value: '<@&390000000000000001>' }, admin))
    expect((mention.data as Json).content).toContain('&390000000000000001')
    discord.world.roles.push({ id: '390000000000000001', permissions: '0' })
    const link = { team: 'Night Shift', group: '<@&390000000000000001>' }
    expect((await send(slashCommand('team link', link, admin))).data).toMatchObject({
      content: expect.stringContaining('Night Shift'),
    })
    await discord.until(/roles\/390000000000000001$/)
  })
})
