import { describe, expect, it } from 'vitest'
import type { Place } from '../../../src/domain/place.ts'
import type { Message } from '../../../src/ports/message.ts'
import { type ChatHarness, chatContract, type Seen } from '../../contracts/chat.ts'
import { type DiscordApp, startDiscordApp, tagged } from '../../kit/discord/discord-app.ts'
import {
  ada,
  by,
  general,
  grace,
  guild,
  lounge,
  modalSubmit,
  slashCommand,
} from '../../kit/discord/discord-payloads.ts'
import { asReader } from '../../kit/discord/discord-reader.ts'
import { tooFast } from '../../kit/discord/discord-server.ts'
import { refused } from '../../kit/discord/discord-world.ts'

const question: Message = { summary: 'Question', blocks: [{ kind: 'text', text: ['What is a dyno?'] }] }
const graded: Message = { summary: 'Three points', blocks: [{ kind: 'text', text: ['Three points'] }] }
const grading: Message = { summary: 'Being graded', blocks: [] }
const channel = `discord:${guild}:${general}`
const player = `discord:${guild}:${ada}`
const posting = /^POST \/channels\/\d+\/messages$/
const editing = /^PATCH \/webhooks\//

chatContract('Discord, with a form sent', () => harness(sentForm))
chatContract('Discord, after a typed command', () => harness(typed))

describe('a question', () => {
  it('has a nonce and a mark, notifies nobody and shows no link previews', async () => {
    await using app = await startDiscordApp()
    await app.discord.chat.post(channel, question, 'round-1')
    expect(app.server.calls.map(({ route }) => route)).toEqual([`POST /channels/${general}/messages`])
    expect(app.server.calls[0]).toMatchInlineSnapshot(`
      {
        "authorization": "Bot a-bot-token",
        "body": {
          "allowed_mentions": {
            "parse": [],
            "replied_user": false,
            "roles": [],
            "users": [],
          },
          "attachments": [],
          "components": [],
          "content": "What is a dyno?​​​​‌‍‍‍‍‍​‍​‌‌‌​‍‍‍‍‌​‌‍‌‍​‌‍‍​​‌​‌​‌‌‍‌",
          "embeds": [],
          "enforce_nonce": true,
          "flags": 4,
          "nonce": "iAbwjSAiOyzodjnkc4L25LN8",
        },
        "files": [],
        "route": "POST /channels/320000000000000001/messages",
      }
    `)
  })

  it('is posted once even if the reply was lost', async () => {
    await using app = await startDiscordApp()
    app.server.next(posting, { cut: 'after' })
    await expect(app.discord.chat.post(channel, question, 'round-1')).rejects.toMatchObject({ code: 'unavailable' })
    await app.discord.chat.post(channel, question, 'round-1')
    expect(app.server.world.messages.get(general)).toHaveLength(1)
  })

  it('is posted once even if two processes post it at the same moment', async () => {
    await using one = await startDiscordApp()
    await using other = await startDiscordApp({ apiUrl: one.server.apiUrl })
    const places = await Promise.all([one, other].map((app) => app.discord.chat.post(channel, question, 'round-1')))
    expect(new Set(places).size).toBe(1)
    expect(one.server.world.messages.get(general)).toHaveLength(1)
  })

  it('is found by a process that starts after Discord has forgotten the nonce', async () => {
    await using killed = await startDiscordApp()
    const place = await killed.discord.chat.post(channel, question, 'round-1')
    killed.server.world.forgetNonces()
    await using next = await startDiscordApp({ apiUrl: killed.server.apiUrl })
    expect(await next.discord.chat.post(channel, question, 'round-1')).toBe(place)
    expect(await next.discord.chat.post(channel, question, 'round-2')).not.toBe(place)
    const below = await next.discord.chat.reply(place, graded, 'reveal')
    killed.server.world.forgetNonces()
    await using last = await startDiscordApp({ apiUrl: killed.server.apiUrl })
    expect(await last.discord.chat.reply(place, graded, 'reveal')).toBe(below)
  })

  it('is posted even if a member wrote guessed or copied marks of the next rounds', async () => {
    await using killed = await startDiscordApp()
    const place = await killed.discord.chat.post(channel, question, 'round-1')
    const messages = killed.server.world.messages.get(general) ?? []
    const mark = String(messages[0]?.content).replace('What is a dyno?', '')
    killed.server.world.messages.set(general, [{ id: '1', author: { id: ada }, content: `hello${mark}` }])
    killed.server.world.forgetNonces()
    await using next = await startDiscordApp({ apiUrl: killed.server.apiUrl })
    expect(await next.discord.chat.post(channel, question, 'round-1')).not.toBe(place)
    expect(killed.server.world.messages.get(general)).toHaveLength(2)
  })

  it('is found after the secret was replaced', async () => {
    await using killed = await startDiscordApp()
    const place = await killed.discord.chat.post(channel, question, 'round-1')
    killed.server.world.forgetNonces()
    const secrets = ['a new secret of the tests, long enough', 'a secret of the tests, long enough'] as const
    await using next = await startDiscordApp({ apiUrl: killed.server.apiUrl, secrets })
    expect(await next.discord.chat.post(channel, question, 'round-1')).toBe(place)
  })

  it('is posted even if the channel’s history can’t be read', async () => {
    await using app = await startDiscordApp()
    app.server.next(posting, { cut: 'before' })
    await expect(app.discord.chat.post(channel, question, 'round-1')).rejects.toMatchObject({ code: 'unavailable' })
    app.server.next(/^GET /, { status: 403, body: { code: 50_001, message: 'Missing Access' } })
    await app.discord.chat.post(channel, question, 'round-1')
    expect(app.server.world.messages.get(general)).toHaveLength(1)
    expect(app.logged).toEqual(['warn the channel could not be searched for an earlier post'])
  })

  it('includes its picture, with a description for people who can’t see it', async () => {
    await using app = await startDiscordApp()
    const image = {
      kind: 'image' as const,
      png: new Uint8Array([137, 80, 78, 71]),
      name: 'the board.png',
      alt: 'Ada leads',
    }
    await app.discord.chat.post(channel, { summary: 'Board', blocks: [...question.blocks, image] }, 'board-1')
    expect(app.server.callsOf(posting)).toMatchObject([
      {
        files: [{ name: 'the_board.png', bytes: 4 }],
        body: { attachments: [{ id: '0', filename: 'the_board.png', description: 'Ada leads' }] },
      },
    ])
  })

  it.each([
    [403, 50_013],
    [413, 40_005],
    [400, 400_001],
  ])('is posted without its picture if Discord returns %i and %i', async (status, code) => {
    const image = { kind: 'image' as const, png: new Uint8Array([1]), name: 'board.png', alt: 'Ada leads' }
    await using app = await startDiscordApp()
    app.server.next(posting, { status, body: { code, message: 'No files' } })
    await app.discord.chat.post(channel, { summary: 'B', blocks: [...question.blocks, image] }, 'weekly-1')
    expect(app.server.callsOf(posting).map(({ files }) => files.length)).toEqual([1, 0])
  })

  it('can mention a role on purpose, which is then notified', async () => {
    await using app = await startDiscordApp()
    const mention = { kind: 'text' as const, text: [{ mention: `discord:${guild}:&390000000000000001` }] }
    await app.discord.chat.post(channel, { summary: 'Q', blocks: [mention, ...question.blocks] }, 'round-1')
    expect(app.server.callsOf(posting)).toMatchObject([
      { body: { allowed_mentions: { parse: [], users: [], roles: ['390000000000000001'] } } },
    ])
    expect(asReader(app.server, channel, player)[0]?.pings).toEqual([`discord:${guild}:&390000000000000001`])
  })
})

describe('a request that Discord refuses', () => {
  it.each([
    [{ status: 404, body: { code: 10_003, message: 'Unknown Channel' } }, 'gone'],
    [{ status: 403, body: { code: 50_001, message: 'Missing Access' } }, 'forbidden'],
    [{ status: 403, body: { code: 50_013, message: 'Missing Permissions' } }, 'forbidden'],
    [{ status: 403, body: { code: 200_000, message: 'Blocked by AutoMod' } }, 'forbidden'],
    [{ status: 404, body: { code: 10_004, message: 'Unknown Guild' } }, 'gone'],
    [{ status: 401, body: { code: 0, message: '401: Unauthorized' } }, 'gone'],
    [{ status: 403, body: { code: 40_003, message: 'Too fast' } }, 'rate-limited'],
    [{ status: 500 }, 'unavailable'],
    [{ status: 502, headers: { 'content-type': 'text/html' } }, 'unavailable'],
    [{ cut: 'before' as const }, 'unavailable'],
  ])('%j is %s', async (mood, code) => {
    await using app = await startDiscordApp()
    app.server.next(posting, mood)
    await expect(app.discord.chat.post(channel, question, 'round-1')).rejects.toMatchObject({ name: 'ChatError', code })
    await app.discord.chat.post(channel, question, 'round-1')
    expect(app.server.world.messages.get(general)).toHaveLength(1)
  })

  it('because of a rate limit contains the time to wait, and other channels continue', async () => {
    await using app = await startDiscordApp()
    app.server.next(posting, tooFast(1.5))
    const refusal = await app.discord.chat.post(channel, question, 'round-1').catch((error: unknown) => error)
    expect(refusal).toMatchObject({ code: 'rate-limited' })
    const { retryAfterMs } = refusal as { retryAfterMs: number }
    expect(retryAfterMs).toBeGreaterThanOrEqual(1500)
    expect(retryAfterMs).toBeLessThan(1700)
    await app.discord.chat.post(`discord:${guild}:${lounge}`, question, 'round-2')
  })

  it('as malformed counts as our bug, not as an error of Discord’s', async () => {
    await using app = await startDiscordApp()
    app.server.next(posting, { status: 400, body: { code: 50_035, message: 'Invalid Form Body', errors: {} } })
    await expect(app.discord.chat.post(channel, question, 'round-1')).rejects.toMatchObject({
      code: 'refused',
      meaning: 'our-fault',
      cause: { code: 50_035 },
    })
  })
})

describe('delivering a grade', () => {
  it('edits the reply “being graded”, using only the token of the interaction', async () => {
    await using app = await startDiscordApp({ reply: () => ({ kind: 'pending', message: grading }) })
    const path = await sentForm(app, player)
    await app.discord.chat.tell(player, graded, path, 'answer-1')
    const [call] = app.server.callsOf(editing)
    expect(call?.authorization).toBeUndefined()
    expect(call?.body).toMatchObject({ content: 'Three points', components: [], embeds: [] })
    expect(app.server.callsOf(posting)).toEqual([])
  })

  it('tries again if the edit arrives before the acknowledgment', async () => {
    await using app = await startDiscordApp({ reply: () => ({ kind: 'pending', message: grading }) })
    const path = await sentForm(app, player)
    app.server.next(editing, { ...refused(10_015), body: refused(10_015).body as object }, { status: 404 })
    await app.discord.chat.tell(player, graded, path, 'answer-1')
    expect(app.server.callsOf(editing)).toHaveLength(3)
    expect(app.server.callsOf(posting)).toEqual([])
  })

  it('sends a direct message after 15 minutes, with buttons that contain their server', async () => {
    await using app = await startDiscordApp({ reply: () => ({ kind: 'pending', message: grading }) })
    const path = await sentForm(app, player)
    app.later(15 * 60_000)
    const again: Message = {
      ...graded,
      blocks: [
        ...graded.blocks,
        { kind: 'buttons', buttons: [{ action: 'answer:17', label: 'Try again', look: 'primary' }] },
      ],
    }
    await app.discord.chat.tell(player, again, path, 'answer-1')
    expect(app.server.callsOf(editing)).toEqual([])
    expect(app.server.callsOf(posting)).toMatchObject([
      { body: { components: [{ components: [{ custom_id: `answer:17@${tagged(guild)}` }] }] } },
    ])
  })

  it('sends a direct message if the reply was deleted', async () => {
    await using app = await startDiscordApp({ reply: () => ({ kind: 'pending', message: grading }) })
    const path = await sentForm(app, player)
    app.later(60_000)
    app.server.next(editing, { status: 404, body: { code: 10_008, message: 'Unknown Message' } })
    await app.discord.chat.tell(player, graded, path, 'answer-1')
    expect(app.server.callsOf(editing)).toHaveLength(1)
    expect(app.server.callsOf(posting)).toHaveLength(1)
  })

  it('does not fall back to a direct message while Discord is down', async () => {
    await using app = await startDiscordApp({ reply: () => ({ kind: 'pending', message: grading }) })
    const path = await sentForm(app, player)
    app.server.next(editing, { status: 503 })
    await expect(app.discord.chat.tell(player, graded, path, 'answer-1')).rejects.toMatchObject({ code: 'unavailable' })
    expect(app.server.callsOf(posting)).toEqual([])
    await app.discord.chat.tell(player, graded, path, 'answer-1')
    expect(app.server.callsOf(posting)).toEqual([])
  })

  it('gives up if direct messages are closed', async () => {
    await using app = await startDiscordApp()
    app.server.world.closed.add(ada)
    const telling = app.discord.chat.tell(player, graded, undefined, 'answer-1')
    await expect(telling).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('continues with the bot’s token if the token of an old interaction is refused', async () => {
    await using app = await startDiscordApp({ reply: () => ({ kind: 'pending', message: grading }) })
    const path = await sentForm(app, player)
    app.server.next(editing, { status: 401, body: { code: 50_027, message: 'Invalid Webhook Token' } })
    app.later(60_000)
    await app.discord.chat.tell(player, graded, path, 'answer-1')
    expect(app.server.callsOf(posting)).toMatchObject([{ authorization: 'Bot a-bot-token' }])
  })

  it('does not trust a reply path that it did not write', async () => {
    await using app = await startDiscordApp()
    const path = JSON.stringify({ interaction: { token: '../../channels/1', madeAt: Date.now() } })
    await app.discord.chat.tell(player, graded, path, 'answer-1')
    expect(app.server.callsOf(editing)).toEqual([])
  })
})

describe('a role', () => {
  const role = '390000000000000001'

  it('is looked up without listing its members, which would need a privileged intent', async () => {
    await using app = await startDiscordApp()
    app.server.world.roles.push({ id: role, permissions: '0' })
    expect(await app.discord.chat.groupMembers(`discord:${guild}:&${role}`)).toBeUndefined()
    expect(app.server.calls.map(({ route }) => route)).toEqual([`GET /guilds/${guild}/roles/${role}`])
  })

  it.each([
    ['was deleted', `discord:${guild}:&${role}`],
    ['is a person', `discord:${guild}:${role}`],
  ])('that %s counts as deleted', async (_, place) => {
    await using app = await startDiscordApp()
    await expect(app.discord.chat.groupMembers(place)).rejects.toMatchObject({ meaning: 'group-gone' })
  })
})

function sentForm(app: DiscordApp, who: Place): Promise<string> {
  return pathOf(app, modalSubmit('answer:1', { text: 'x' }, by(who.split(':').at(-1) ?? '')))
}

function typed(app: DiscordApp, who: Place): Promise<string> {
  return pathOf(app, slashCommand('answer', { text: 'x' }, by(who.split(':').at(-1) ?? '')))
}

async function pathOf(app: DiscordApp, interaction: Parameters<DiscordApp['interact']>[0]): Promise<string> {
  await app.interact(interaction)
  const event = app.heard.at(-1)
  if (!event || !('path' in event) || event.path === undefined) throw new Error('no path came')
  return event.path
}

async function harness(begin: (app: DiscordApp, player: Place) => Promise<string>): Promise<ChatHarness> {
  const app = await startDiscordApp({ reply: () => ({ kind: 'pending', message: grading }) })
  return {
    chat: app.discord.chat,
    channel,
    otherChannel: `discord:${guild}:${lounge}`,
    player,
    otherPlayer: `discord:${guild}:${grace}`,
    missingChannel: `discord:${guild}:320000000000000009`,
    missingMessage: `discord:${guild}:${general}:400000000000009999`,
    seen: async (place, reader): Promise<Seen[]> => asReader(app.server, place, reader),
    begin: (one) => begin(app, one),
    close: async () => app[Symbol.asyncDispose](),
  }
}
