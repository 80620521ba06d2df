import { describe, expect, it } from 'vitest'
import { updateDelayMs } from '../../../src/adapters/slack/receive/update-delay.ts'
import { ChatError } from '../../../src/domain/errors.ts'
import type { Place } from '../../../src/domain/place.ts'
import type { Message } from '../../../src/ports/message.ts'
import { type ChatHarness, chatContract, type Seen } from '../../contracts/chat.ts'
import { type SlackApp, startSlackApp } from '../../kit/slack/slack-app.ts'
import { slashCommand, viewSubmission } from '../../kit/slack/slack-payloads.ts'
import { asReader } from '../../kit/slack/slack-reader.ts'
import { slackSends } from '../../kit/slack/slack-request.ts'

const question: Message = { summary: 'Question', blocks: [{ kind: 'text', text: ['What is a dyno?'] }] }
const graded: Message = { summary: 'Three points', blocks: [{ kind: 'text', text: ['Three points'] }] }
const channel = 'slack:T1:C1'
const player = 'slack:T1:U1'

chatContract('Slack, with a modal open', () => harness(modal))
chatContract('Slack, after a typed command', () => harness(typed))

describe('a question', () => {
  it('is marked with its key, and its links have no previews', async () => {
    await using app = await startSlackApp()
    await app.slack.chat.post(channel, question, 'round-1')
    expect(app.server.calls).toMatchInlineSnapshot(`
      [
        {
          "args": {
            "blocks": [
              {
                "text": {
                  "text": "What is a dyno?",
                  "type": "mrkdwn",
                  "verbatim": true,
                },
                "type": "section",
              },
            ],
            "channel": "C1",
            "metadata": {
              "event_payload": {
                "key": "BCjR5CaLEpNa",
              },
              "event_type": "heroku_quiz",
            },
            "text": "Question",
            "unfurl_links": "false",
            "unfurl_media": "false",
          },
          "method": "chat.postMessage",
          "token": "xoxb-test",
        },
      ]
    `)
  })

  it('is posted once even if the reply was lost', async () => {
    await using app = await startSlackApp()
    app.server.next('chat.postMessage', { cut: 'after' })
    await expect(app.slack.chat.post(channel, question, 'round-1')).rejects.toMatchObject({ code: 'unavailable' })
    const place = await app.slack.chat.post(channel, question, 'round-1')
    expect(app.server.world.messages.get('C1')?.map(({ ts }) => `slack:T1:C1:${ts}`)).toEqual([place])
  })

  it('looks for an earlier attempt only if one may have arrived', async () => {
    await using app = await startSlackApp()
    const { chat } = app.slack
    app.server.next('chat.postMessage', { status: 429, retryAfter: '0' }, { error: 'not_in_channel' })
    for (const code of ['rate-limited', 'forbidden']) {
      await expect(chat.post(channel, question, 'round-1')).rejects.toMatchObject({ code })
    }
    await chat.post(channel, question, 'round-1')
    expect(app.server.callsOf('conversations.history')).toEqual([])
    await lost(app, 'round-2')
    await chat.post(channel, question, 'round-2')
    expect(app.server.callsOf('conversations.history')).toHaveLength(1)
    expect(app.server.world.messages.get('C1')).toHaveLength(2)
  })

  it('is posted once even if the process was killed before it could store the message’s id', async () => {
    await using first = await startSlackApp()
    await using second = await startSlackApp({ apiUrl: first.server.apiUrl })
    const place = await first.slack.chat.post(channel, question, 'round-1')
    expect(await second.slack.chat.post(channel, question, 'round-1')).toBe(place)
    expect(first.server.world.messages.get('C1')).toHaveLength(1)
  })

  it('is posted even if a message of another app has metadata of our type with the key of the round', async () => {
    await using app = await startSlackApp()
    await lost(app)
    const metadata = { event_type: 'heroku_quiz', event_payload: { key: 'round-1' } }
    app.server.world.messages.set('C1', [{ ts: '1.000001', text: 'hello', metadata }])
    expect(await app.slack.chat.post(channel, question, 'round-1')).not.toBe('slack:T1:C1:1.000001')
    expect(app.server.world.messages.get('C1')).toHaveLength(2)
  })

  it('is revealed in its thread and also in the channel, because nobody follows the thread', async () => {
    await using app = await startSlackApp()
    const place = await app.slack.chat.post(channel, question, 'round-1')
    await app.slack.chat.reply(place, graded, 'reveal-1')
    const [first, reveal] = app.server.callsOf('chat.postMessage')
    expect(first).not.toHaveProperty('reply_broadcast')
    expect(reveal).toMatchObject({ thread_ts: place.split(':')[3], reply_broadcast: 'true' })
  })

  it('is revealed only in its thread if Slack refuses to broadcast', async () => {
    await using app = await startSlackApp()
    const place = await app.slack.chat.post(channel, question, 'round-1')
    app.server.next('chat.postMessage', { error: 'cant_broadcast_message' })
    await app.slack.chat.reply(place, graded, 'reveal-1')
    expect(app.server.callsOf('chat.postMessage').at(-1)).not.toHaveProperty('reply_broadcast')
  })

  it('is found again after it was changed', async () => {
    await using first = await startSlackApp()
    await using second = await startSlackApp({ apiUrl: first.server.apiUrl })
    const place = await first.slack.chat.post(channel, question, 'round-1')
    await first.slack.chat.update(place, graded)
    expect(await second.slack.chat.post(channel, question, 'round-1')).toBe(place)
  })

  it('is posted even if the app may not read the channel', async () => {
    await using app = await startSlackApp()
    await lost(app)
    app.server.next('conversations.history', { error: 'missing_scope' })
    await app.slack.chat.post(channel, question, 'round-1')
    expect(app.logged).toContain('warn the channel could not be searched for an earlier post')
  })

  it('is retried later if Slack is down, because it may or may not have been posted', async () => {
    await using app = await startSlackApp()
    await lost(app)
    app.server.next('conversations.history', { status: 503 })
    await expect(app.slack.chat.post(channel, question, 'round-1')).rejects.toMatchObject({ code: 'unavailable' })
    expect(app.server.callsOf('chat.postMessage')).toHaveLength(1)
  })

  it('includes its picture, or is posted without it', async () => {
    const png = new Uint8Array([1, 2, 3])
    const pictured: Message = {
      summary: 'A',
      blocks: [...question.blocks, { kind: 'image', png, name: 'board.png', alt: 'A board' }],
    }
    await using app = await startSlackApp()
    await app.slack.chat.post(channel, pictured, 'a')
    app.server.next('files.getUploadURLExternal', { error: 'missing_scope' })
    await app.slack.chat.post(channel, pictured, 'b')
    const [first, second] = app.server.callsOf('chat.postMessage')
    expect(first).toMatchObject({
      blocks: [{}, { type: 'image', slack_file: { id: expect.stringMatching(/^F/) }, alt_text: 'A board' }],
    })
    expect(second?.blocks).toHaveLength(1)
    expect(app.server.callsOf('upload')).toEqual([{ bytes: 3 }])
  })
})

it('a board is a table, or text if Slack refuses the table', async () => {
  const rows = [{ rank: 1, name: 'Rockets', points: 30 }]
  const board: Message = { summary: 'Board', blocks: [{ kind: 'board', rows, caption: 'Teams' }] }
  await using app = await startSlackApp()
  app.server.next('chat.postMessage', { error: 'invalid_blocks' })
  await app.slack.chat.post(channel, board, 'a')
  const [first, second] = app.server.callsOf('chat.postMessage')
  expect(first).toMatchObject({ text: 'Board\nTeams\n1 Rockets 30', blocks: [{ type: 'data_table' }] })
  expect(second).toMatchObject({ text: 'Board', blocks: [{ text: { text: '```\n1 Rockets 30\n```' } }] })
})

describe('a picture that Slack refuses', () => {
  const pictured: Message = {
    ...question,
    blocks: [...question.blocks, { kind: 'image', png: new Uint8Array([1]), name: 'b', alt: 'B' }],
  }

  it.each([
    ['files.getUploadURLExternal', 'file_uploads_disabled'],
    ['files.getUploadURLExternal', 'storage_limit_reached'],
    ['files.getUploadURLExternal', 'file_upload_size_restricted'],
    ['files.getUploadURLExternal', 'alt_txt_too_large'],
    ['files.completeUploadExternal', 'slack_connect_file_upload_sharing_blocked'],
    ['files.completeUploadExternal', 'a_word_of_next_year'],
    ['chat.postMessage', 'slack_connect_file_upload_sharing_blocked'],
    ['chat.postMessage', 'a_word_of_next_year'],
  ])('is left out if %s refuses it with %s', async (method, error) => {
    await using app = await startSlackApp()
    app.server.next(method, { error })
    await app.slack.chat.post(channel, pictured, 'a')
    expect(app.server.callsOf('chat.postMessage').at(-1)?.blocks).toHaveLength(1)
  })

  it('does not delay its message', async () => {
    await using app = await startSlackApp()
    app.server.next('chat.postMessage', { error: 'invalid_blocks' })
    await app.slack.chat.post(channel, pictured, 'a')
    expect(app.server.callsOf('chat.postMessage').map(({ blocks }) => (blocks as []).length)).toEqual([2, 1])
  })
})

describe('a request that Slack refuses', () => {
  it.each([
    ['not_in_channel', 'forbidden'],
    ['restricted_action', 'forbidden'],
    ['missing_scope', 'forbidden'],
    ['channel_not_found', 'gone'],
    ['is_archived', 'gone'],
    ['account_inactive', 'gone'],
    ['token_revoked', 'gone'],
    ['ratelimited', 'rate-limited'],
    ['internal_error', 'unavailable'],
    ['<html>Bad gateway</html>', 'unavailable'],
  ])('%s is %s, with its cause', async (error, code) => {
    await using app = await startSlackApp()
    app.server.next('chat.postMessage', { error })
    const failed = await app.slack.chat.post(channel, question, 'round-1').catch((one: unknown) => one)
    expect(failed).toBeInstanceOf(ChatError)
    expect(failed).toMatchObject({ code, cause: { data: { error } } })
  })

  it.each([
    ['invalid_blocks', 'our-fault'],
    ['a_word_of_next_year', 'unknown'],
  ])('%s as %s doesn’t count against the channel', async (error, meaning) => {
    await using app = await startSlackApp()
    app.server.next('chat.postMessage', { error })
    const failed = await app.slack.chat.post(channel, question, 'round-1').catch((one: unknown) => one)
    expect(failed).toMatchObject({ code: 'refused', meaning, word: error, cause: { data: { error } } })
  })

  it.each([
    ['a server error', { status: 500 }],
    ['a bad gateway', { status: 502, text: '<html>' }],
    ['a cut connection', { cut: 'before' as const }],
    ['a limit without a number', { status: 429 }],
    ['a limit with a word', { status: 429, retryAfter: 'soon' }],
  ])('by %s isn’t retried within the call, because jobs are retried', async (_, mood) => {
    await using app = await startSlackApp()
    app.server.next('chat.postMessage', mood)
    await expect(app.slack.chat.post(channel, question, 'round-1')).rejects.toMatchObject({ name: 'ChatError' })
    expect(app.server.callsOf('chat.postMessage')).toHaveLength(1)
  })

  it('because of a rate limit pauses only that method in that workspace', async () => {
    let now = Date.now()
    await using app = await startSlackApp({ clock: { now: () => new Date(now) } })
    const { chat } = app.slack
    const place = await chat.post(channel, question, 'round-0')
    app.server.next('chat.postMessage', { status: 429, retryAfter: '30' })
    await expect(chat.post(channel, question, 'round-1')).rejects.toMatchObject({
      code: 'rate-limited',
      retryAfterMs: 30_000,
    })
    now += 10_000
    await expect(chat.post(channel, question, 'round-2')).rejects.toMatchObject({
      code: 'rate-limited',
      retryAfterMs: 20_000,
    })
    expect(app.server.callsOf('chat.postMessage')).toHaveLength(2)
    await chat.update(place, graded)
    await chat.post('slack:T2:C9', question, 'round-1')
    now += 20_000
    await chat.post(channel, question, 'round-1')
    expect(app.server.callsOf('chat.postMessage')).toHaveLength(4)
  })
})

describe('a grade', () => {
  it('is shown in the open modal, some time after the acknowledgment', async () => {
    const now = new Date()
    await using app = await startSlackApp({ clock: { now: () => now } })
    const path = await modal(app, player)
    const begun = performance.now()
    await app.slack.chat.tell(player, graded, path, 'answer-1')
    expect(performance.now() - begun).toBeGreaterThan(updateDelayMs - 50)
    const memory = expect.stringContaining('slack:T1:C1')
    expect(app.server.callsOf('views.update')).toMatchObject([
      { view_id: 'V1', view: { title: { text: 'Your answer' }, private_metadata: memory } },
    ])
  })

  it('is sent privately in the channel if the modal was closed', async () => {
    await using app = await startSlackApp()
    const path = await modal(app, player)
    app.server.world.closeView('V1')
    await app.slack.chat.tell(player, graded, path, 'answer-1')
    expect(app.server.callsOf('chat.postEphemeral')).toMatchObject([
      { channel: 'C1', user: 'U1', text: 'Three points' },
    ])
  })

  it('is sent as a direct message if private replies aren’t possible in the channel', async () => {
    await using app = await startSlackApp()
    const path = await modal(app, player)
    app.server.world.closeView('V1')
    app.server.next('chat.postEphemeral', { error: 'user_not_in_channel' })
    await app.slack.chat.tell(player, graded, path, 'answer-1')
    expect(app.server.callsOf('chat.postMessage')).toMatchObject([{ channel: 'U1', text: 'Three points' }])
  })

  it('waits for the modal if Slack is down or rate-limits us', async () => {
    await using app = await startSlackApp()
    const path = await modal(app, player)
    app.server.next('views.update', { status: 503 })
    await expect(app.slack.chat.tell(player, graded, path, 'answer-1')).rejects.toMatchObject({ code: 'unavailable' })
    await app.slack.chat.tell(player, graded, path, 'answer-1')
    expect(app.server.callsOf('views.update')).toHaveLength(2)
    expect(app.server.callsOf('chat.postEphemeral')).toEqual([])
  })

  it('is a reply to a typed command for half an hour, and comes in the channel after that', async () => {
    let now = Date.now()
    await using app = await startSlackApp({ clock: { now: () => new Date(now) } })
    const path = await typed(app, player)
    await app.slack.chat.tell(player, graded, path, 'answer-1')
    expect(app.server.callsOf('response_url')).toMatchObject([{ response_type: 'ephemeral', replace_original: false }])
    now += 30 * 60_000
    await app.slack.chat.tell(player, graded, path, 'answer-2')
    expect(app.server.callsOf('chat.postEphemeral')).toMatchObject([{ channel: 'C1', user: 'U1' }])
  })

  it.each([
    ['used up', { status: 404, text: 'used_url' }],
    ['too old', { status: 404, text: 'expired_url' }],
  ])('is sent in another way if the command’s address is %s', async (_, mood) => {
    await using app = await startSlackApp()
    const path = await typed(app, player)
    app.server.next('response_url', mood)
    await app.slack.chat.tell(player, graded, path, 'answer-1')
    expect(app.server.callsOf('chat.postEphemeral')).toHaveLength(1)
  })

  it('is sent again if an HTML page came instead of Slack’s response', async () => {
    await using app = await startSlackApp()
    const path = await typed(app, player)
    app.server.next('response_url', { status: 200, text: '<html>We are busy</html>' })
    const tell = () => app.slack.chat.tell(player, graded, path, 'answer-1')
    await expect(tell()).rejects.toMatchObject({ code: 'unavailable' })
    await tell()
    expect(app.server.callsOf('response_url')).toHaveLength(2)
  })

  it('is sent once as a direct message even if the reply was lost', async () => {
    await using app = await startSlackApp()
    app.server.next('chat.postMessage', { cut: 'after' })
    const tell = () => app.slack.chat.tell(player, graded, undefined, 'answer-1')
    await expect(tell()).rejects.toMatchObject({ code: 'unavailable' })
    await tell()
    expect(app.server.callsOf('conversations.history')).toMatchObject([{ channel: 'DU1' }])
    expect(app.server.world.messages.get('U1')).toHaveLength(1)
  })

  it('does not trust a reply path that it did not write', async () => {
    await using app = await startSlackApp()
    await app.slack.chat.tell(player, graded, '{"responseUrl":{"url":"file:///etc/passwd"}}', 'answer-1')
    expect(app.server.calls.map(({ method }) => method)).toEqual(['chat.postMessage'])
  })
})

describe('a user group', () => {
  it('has members', async () => {
    await using app = await startSlackApp()
    app.server.world.groups.set('S1', ['U1', 'U2'])
    expect(await app.slack.chat.groupMembers('slack:T1:S1')).toEqual(['slack:T1:U1', 'slack:T1:U2'])
    await expect(app.slack.chat.groupMembers('slack:T1:S9')).rejects.toMatchObject({ code: 'gone' })
  })
})

describe('a submitted form', () => {
  it('is graded only after Slack has shown “being graded”, unlike a typed command', async () => {
    let now = new Date()
    await using app = await startSlackApp({ clock: { now: () => now } })
    const [form, command] = [await modal(app, player), await typed(app, player)]
    const rests = (path: string) => app.slack.chat.restMs(channel, path)
    expect(rests(command)).toBe(0)
    expect(rests(form)).toBe(400)
    now = new Date(now.getTime() + 300)
    expect(rests(form)).toBe(100)
    now = new Date(now.getTime() + 300)
    expect(rests(form)).toBe(0)
  })
})

/** A first attempt that failed, with an unknown result. */
async function lost(app: SlackApp, key = 'round-1'): Promise<void> {
  app.server.next('chat.postMessage', { cut: 'before' })
  await expect(app.slack.chat.post(channel, question, key)).rejects.toMatchObject({ code: 'unavailable' })
}

type Begin = (app: SlackApp, player: Place) => Promise<string>

async function modal(app: SlackApp, player: Place): Promise<string> {
  app.server.world.views.set('V1', {})
  const memory = '{"action":"answer:1","channel":{"ref":"slack:T1:C1","name":"general"}}'
  const view = { title: { text: 'Your answer' }, private_metadata: memory, callback_id: 'answer:1' }
  const user = { id: player.split(':').at(-1), name: 'ada' }
  return pathOf(app, slackSends.interaction(viewSubmission(view, { text: 'x' }, { user })))
}

function typed(app: SlackApp, player: Place): Promise<string> {
  const user = player.split(':').at(-1) ?? ''
  return pathOf(
    app,
    slackSends.command(slashCommand('answer x', { user_id: user, response_url: app.server.responseUrl })),
  )
}

async function pathOf(app: SlackApp, request: Parameters<SlackApp['send']>[0]): Promise<string> {
  await app.send(request)
  const event = app.heard.at(-1)
  if (!event || !('path' in event) || event.path === undefined) throw new Error('no path came')
  return event.path
}

async function harness(begin: Begin): Promise<ChatHarness> {
  const app = await startSlackApp()
  const { world } = app.server
  for (const known of ['C1', 'C2']) world.channels.add(known)
  return {
    chat: app.slack.chat,
    channel,
    otherChannel: 'slack:T1:C2',
    player,
    otherPlayer: 'slack:T1:U2',
    missingChannel: 'slack:T1:C9',
    missingMessage: 'slack:T1:C1:1700000000.000100',
    seen: async (place, reader): Promise<Seen[]> => asReader(app.server, place, reader),
    begin: (one) => begin(app, one),
    close: async () => app[Symbol.asyncDispose](),
  }
}
