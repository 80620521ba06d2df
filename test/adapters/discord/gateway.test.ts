import { describe, expect, it } from 'vitest'
import type { Reply } from '../../../src/ports/chat-event.ts'
import { type DiscordApp, startDiscordApp } from '../../kit/discord/discord-app.ts'
import { adminRole, bot, type DiscordGateway, startDiscordGateway } from '../../kit/discord/discord-gateway.ts'
import {
  ada,
  buttonPress,
  general,
  guild,
  halfTyped,
  modalSubmit,
  slashCommand,
} from '../../kit/discord/discord-payloads.ts'

const hello: Reply = { kind: 'private', message: { summary: 'Hello', blocks: [] } }
const callback = /^POST \/interactions\/\d+\/.*\/callback$/
const posting = /^POST \/channels\/\d+\/messages$/

describe('the gateway', () => {
  it('asks for no privileged intent', async () => {
    await using gateway = await startDiscordGateway()
    await using _ = await connected(gateway)
    const { token, intents } = await gateway.identified
    expect(token).toBe('a-bot-token')
    const privileged = (1 << 1) | (1 << 8) | (1 << 15)
    expect(intents & privileged).toBe(0)
  })

  it('delivers the same events and responses as HTTP', async () => {
    await using gateway = await startDiscordGateway()
    await using app = await connected(gateway)
    for (const interaction of [
      slashCommand('me'),
      buttonPress('hint:1'),
      modalSubmit('answer:1', { text: 'x' }),
      halfTyped('ask', { topic: 'd' }, 'topic'),
    ]) {
      gateway.happen('INTERACTION_CREATE', interaction)
    }
    const answers = await app.server.until(callback, 4)
    expect(answers.map(({ body }) => body.type)).toEqual([4, 4, 4, 8])
    expect(answers.map(({ authorization }) => authorization)).toEqual([undefined, undefined, undefined, undefined])
    expect(app.heard).toMatchObject([
      { kind: 'command', words: 'me' },
      { kind: 'press', action: 'hint:1' },
      { kind: 'submit', values: { text: 'x' } },
      { kind: 'complete', words: 'ask d' },
    ])
  })

  it('allows a reply to be completed later', async () => {
    await using gateway = await startDiscordGateway()
    await using app = await connected(gateway, { kind: 'pending', message: { summary: 'Being graded', blocks: [] } })
    gateway.happen('INTERACTION_CREATE', slashCommand('answer', { text: 'x' }))
    await app.server.until(callback)
    const [event] = app.heard
    const path = event && 'path' in event ? event.path : undefined
    await app.discord.chat.tell(`discord:${guild}:${ada}`, { summary: 'Three points', blocks: [] }, path, 'answer-1')
    expect([...app.server.world.replies.values()]).toMatchObject([{ body: { content: 'Three points' } }])
  })

  it.each<[what: string, event: string, data: unknown]>([
    ['an interaction of a kind that does not exist yet', 'INTERACTION_CREATE', { ...slashCommand('me'), type: 99 }],
    ['an interaction without token', 'INTERACTION_CREATE', { ...slashCommand('me'), token: undefined }],
    ['an interaction of nothing', 'INTERACTION_CREATE', null],
    ['an interaction without data', 'INTERACTION_CREATE', { ...slashCommand('me'), data: undefined }],
    ['an interaction of nobody', 'INTERACTION_CREATE', { ...slashCommand('me'), member: undefined, user: undefined }],
    ['an interaction in a channel of null', 'INTERACTION_CREATE', { ...slashCommand('me'), channel: 7 }],
    ['a press without message', 'INTERACTION_CREATE', buttonPress('hint:1', { message: undefined, data: null })],
    ['a form without fields', 'INTERACTION_CREATE', modalSubmit('answer:1', {}, { data: { custom_id: 'answer:1' } })],
    ['a message without words', 'MESSAGE_CREATE', { ...message(''), content: undefined }],
    ['a message of nobody', 'MESSAGE_CREATE', { ...message('hello'), author: undefined }],
    ['a message of nothing', 'MESSAGE_CREATE', null],
    ['a server of nothing', 'GUILD_UPDATE', null],
    ['a role of nothing', 'GUILD_ROLE_CREATE', { guild_id: guild, role: null }],
  ])('drops and logs %s, and continues', async (_, event, data) => {
    await using gateway = await startDiscordGateway()
    await using app = await connected(gateway)
    gateway.happen(event, data)
    gateway.happen('INTERACTION_CREATE', slashCommand('me'))
    await app.server.until(callback)
    expect(app.heard).toHaveLength(1)
    const warnings = app.logged.filter((line) => line.startsWith('warn'))
    expect([...new Set(warnings)]).toEqual(['warn a malformed event was dropped'])
  })

  it('reports that the app was removed from a server, but not for an outage', async () => {
    await using gateway = await startDiscordGateway()
    await using app = await connected(gateway)
    gateway.happen('GUILD_DELETE', { id: guild, unavailable: true })
    gateway.happen('GUILD_DELETE', { id: guild })
    gateway.happen('INTERACTION_CREATE', slashCommand('me'))
    await app.server.until(callback)
    expect(app.heard.map(({ kind }) => kind)).toEqual(['removed', 'command'])
    expect(app.heard[0]).toMatchObject({ kind: 'removed', workspace: `discord:${guild}` })
  })

  it('opens no port, and disconnects at the end', async () => {
    await using gateway = await startDiscordGateway()
    const app = await connected(gateway)
    expect((await fetch(`${app.url}/discord/interactions`, { method: 'POST', body: '{}' })).status).toBe(404)
    await app[Symbol.asyncDispose]()
    await gateway.closed
  })

  it('reports why it can’t start', async () => {
    await using app = await startDiscordApp({ transport: 'gateway' })
    app.server.next(/gateway/, { status: 401, body: { code: 0, message: '401: Unauthorized' } })
    await expect(app.discord.start()).rejects.toThrow(/token/i)
  })
})

describe('a mention of the bot', () => {
  it('is a command with the same words, and only that person sees the reply', async () => {
    await using gateway = await startDiscordGateway()
    await using app = await connected(gateway)
    gateway.happen('MESSAGE_CREATE', message(`hey <@${bot}>, leaderboard month <@&390000000000000001>`))
    await app.server.until(posting)
    const [event] = app.heard
    expect(event).toMatchObject({
      kind: 'command',
      id: '380000000000000009',
      words: `leaderboard month discord:${guild}:&390000000000000001`,
      workspace: { ref: `discord:${guild}` },
      channel: { ref: `discord:${guild}:${general}`, name: 'general' },
      player: { ref: `discord:${guild}:${ada}`, name: 'Ada Lovelace' },
    })
    expect(event && 'player' in event && (await event.player.isAdmin())).toBe(false)
    expect(app.server.world.messages.get(app.server.world.direct.get(ada) ?? '')).toHaveLength(1)
    expect(app.server.world.messages.get(general)).toBeUndefined()
  })

  it('counts as an admin’s mention if the person has an admin role', async () => {
    await using gateway = await startDiscordGateway()
    await using app = await connected(gateway)
    gateway.happen('MESSAGE_CREATE', {
      ...message(`<@${bot}> settings`),
      member: { nick: 'Countess', roles: [adminRole] },
    })
    await app.server.until(posting)
    const [event] = app.heard
    if (!event || !('player' in event)) throw new Error('nobody came')
    expect([event.player.name, await event.player.isAdmin()]).toEqual(['Countess', true])
    expect(event.player.groups).toEqual([`discord:${guild}:&${adminRole}`])
  })

  it('gets a reply that explains how to get a private reply if direct messages are closed', async () => {
    await using gateway = await startDiscordGateway()
    await using app = await connected(gateway)
    app.server.world.closed.add(ada)
    const above = { message_reference: { message_id: '380000000000000007' } }
    gateway.happen('MESSAGE_CREATE', { ...message(`<@${bot}> hint`), ...above })
    await app.server.until(posting, 2)
    expect(app.heard).toMatchObject([{ below: `discord:${guild}:${general}:380000000000000007` }])
    expect(app.server.world.messages.get(general)).toMatchObject([
      {
        content: expect.stringContaining('only you will see the reply'),
        message_reference: { message_id: '380000000000000009' },
      },
    ])
  })

  it('is not needed in a direct message, which belongs to no server and gets its reply there', async () => {
    await using gateway = await startDiscordGateway()
    await using app = await connected(gateway)
    app.server.world.channels.add('360000000000000001')
    gateway.happen('MESSAGE_CREATE', { ...message('practice'), guild_id: undefined, channel_id: '360000000000000001' })
    await app.server.until(posting)
    expect(app.heard).toMatchObject([
      { kind: 'outside', person: `discord:outside:${ada}`, act: { kind: 'command', words: 'practice' } },
    ])
    expect(app.server.world.messages.get('360000000000000001')).toHaveLength(1)
  })

  it.each([
    ['does not name it', message('what do you think of <@330000000000000002>?')],
    ['comes from a bot', { ...message(`<@${bot}> me`), author: { id: bot, bot: true } }],
    ['comes from a webhook', { ...message(`<@${bot}> me`), webhook_id: '1' }],
  ])('isn’t recognized in a message that %s', async (_, data) => {
    await using gateway = await startDiscordGateway()
    await using app = await connected(gateway)
    gateway.happen('MESSAGE_CREATE', data)
    gateway.happen('INTERACTION_CREATE', slashCommand('me'))
    await app.server.until(callback)
    expect(app.heard.map((event) => 'words' in event && event.words)).toEqual(['me'])
  })
})

function message(content: string): Record<string, unknown> {
  return {
    id: '380000000000000009',
    channel_id: general,
    guild_id: guild,
    type: 0,
    content,
    author: { id: ada, username: 'ada', global_name: 'Ada Lovelace', discriminator: '0' },
    member: { nick: null, roles: [] },
    mentions: [{ id: bot, username: 'heroku-quiz', bot: true }],
    mention_roles: [],
    attachments: [],
    embeds: [],
    timestamp: '2026-01-05T09:00:00Z',
  }
}

async function connected(gateway: DiscordGateway, reply: Reply = hello): Promise<DiscordApp> {
  const app = await startDiscordApp({ transport: 'gateway', reply: () => reply })
  app.server.world.gatewayUrl = gateway.url
  await app.discord.start()
  return app
}
