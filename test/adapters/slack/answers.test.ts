import { describe, expect, it } from 'vitest'
import type { ChatEvent, Reply } from '../../../src/ports/chat-event.ts'
import type { Form, Message } from '../../../src/ports/message.ts'
import { startSlackApp } from '../../kit/slack/slack-app.ts'
import {
  buttonPress,
  directMessage,
  eventCallback,
  mention,
  slashCommand,
  viewSubmission,
} from '../../kit/slack/slack-payloads.ts'
import { slackSends } from '../../kit/slack/slack-request.ts'

const hello: Message = { summary: 'Hello', blocks: [{ kind: 'text', text: ['Hello ', { bold: 'Ada' }, '.'] }] }
const helloBlocks = [{ type: 'section', text: { type: 'mrkdwn', text: 'Hello *Ada*.', verbatim: true } }]
const form: Form = {
  action: 'answer:17',
  title: 'Your answer',
  intro: 'What is a dyno?',
  fields: [{ name: 'text', label: 'In your own words', placeholder: 'A sentence', most: 2000, lines: 'many' }],
  submit: 'Send',
}
const always = (reply: Reply) => () => reply

describe('/heroku-quiz', () => {
  it('becomes a command with its words, channel and person', async () => {
    await using app = await startSlackApp()
    await app.send(slackSends.command(slashCommand('answer R&amp;D uses &lt;app&gt;', { trigger_id: '1.2.3' })))
    const [event] = app.heard
    expect(event).toMatchObject({
      kind: 'command',
      id: '1.2.3',
      words: 'answer R&D uses <app>',
      workspace: { ref: 'slack:T1', name: 'acme' },
      channel: { ref: 'slack:T1:C1', name: 'general' },
      player: { ref: 'slack:T1:U1', name: '', handle: 'ada' },
    })
    expect(event).toHaveProperty('requestId', expect.stringMatching(/./))
  })

  it('has no channel in a direct message', async () => {
    await using app = await startSlackApp()
    await app.send(slackSends.command(slashCommand('me', { channel_id: 'D1', channel_name: 'directmessage' })))
    expect(app.heard[0]).not.toHaveProperty('channel')
  })

  it('ignores the name that Slack sends for a private channel', async () => {
    await using app = await startSlackApp()
    await app.send(slackSends.command(slashCommand('me', { channel_id: 'G1', channel_name: 'privategroup' })))
    expect(app.heard[0]).toMatchObject({ channel: { ref: 'slack:T1:G1', name: '' } })
  })

  it.each(['private', 'pending', 'home'] as const)('shows a %s reply in the acknowledgment', async (kind) => {
    await using app = await startSlackApp({ reply: always({ kind, message: hello }) })
    const { status, body } = await app.send(slackSends.command(slashCommand('me')))
    expect([status, body]).toEqual([200, { response_type: 'ephemeral', text: 'Hello', blocks: helloBlocks }])
    expect(app.server.calls).toEqual([])
  })

  it('opens a form that remembers the channel', async () => {
    await using app = await startSlackApp({ reply: always({ kind: 'form', form }) })
    const { body } = await app.send(slackSends.command(slashCommand('answer', { trigger_id: '9.9.9' })))
    expect(body).toBe('')
    const [opened] = await app.server.until('views.open')
    expect(opened).toMatchInlineSnapshot(`
      {
        "trigger_id": "9.9.9",
        "view": {
          "blocks": [
            {
              "text": {
                "text": "What is a dyno?",
                "type": "mrkdwn",
                "verbatim": true,
              },
              "type": "section",
            },
            {
              "block_id": "text",
              "element": {
                "action_id": "value",
                "max_length": 2000,
                "multiline": true,
                "placeholder": {
                  "emoji": false,
                  "text": "A sentence",
                  "type": "plain_text",
                },
                "type": "plain_text_input",
              },
              "label": {
                "emoji": false,
                "text": "In your own words",
                "type": "plain_text",
              },
              "type": "input",
            },
          ],
          "callback_id": "answer:17",
          "private_metadata": "{"channel":{"ref":"slack:T1:C1","name":"general"},"action":"answer:17"}",
          "submit": {
            "emoji": false,
            "text": "Send",
            "type": "plain_text",
          },
          "title": {
            "emoji": false,
            "text": "Your answer",
            "type": "plain_text",
          },
          "type": "modal",
        },
      }
    `)
  })
})

describe('a button', () => {
  it('becomes a press with its action', async () => {
    await using app = await startSlackApp()
    await app.send(slackSends.interaction(buttonPress('hint:17', { trigger_id: '4.5.6' })))
    expect(app.heard[0]).toMatchObject({
      kind: 'press',
      id: '4.5.6',
      action: 'hint:17',
      workspace: { ref: 'slack:T1', name: 'acme' },
      channel: { ref: 'slack:T1:C1', name: 'general' },
      player: { ref: 'slack:T1:U1', name: '', handle: 'ada' },
    })
  })

  it('shows a private reply to the person who pressed, and doesn’t change the message', async () => {
    await using app = await startSlackApp({ reply: always({ kind: 'private', message: hello }) })
    const press = buttonPress('hint:17', { response_url: app.server.responseUrl })
    expect((await app.send(slackSends.interaction(press))).body).toBe('')
    expect(await app.server.until('response_url')).toEqual([
      { response_type: 'ephemeral', replace_original: false, text: 'Hello', blocks: helloBlocks },
    ])
  })

  it('opens a form', async () => {
    await using app = await startSlackApp({ reply: always({ kind: 'form', form }) })
    await app.send(slackSends.interaction(buttonPress('answer:17', { trigger_id: '9.9.9' })))
    expect(await app.server.until('views.open')).toMatchObject([
      { trigger_id: '9.9.9', view: { callback_id: 'answer:17' } },
    ])
  })

  it('explains that its form came too late', async () => {
    await using app = await startSlackApp({ reply: always({ kind: 'form', form }) })
    const late = buttonPress('answer:17', { trigger_id: 'expired', response_url: app.server.responseUrl })
    await app.send(slackSends.interaction(late))
    const [said] = await app.server.until('response_url')
    expect(said).toMatchObject({
      response_type: 'ephemeral',
      text: expect.stringContaining('Please try again'),
    })
  })

  it('in the App Home renders the Home tab again, or shows a reply in a modal', async () => {
    const home = {
      channel: undefined,
      message: undefined,
      view: { id: 'VHOME', type: 'home' },
      container: { type: 'view' },
    }
    let reply: Reply = { kind: 'home', message: hello }
    await using app = await startSlackApp({ reply: () => reply })
    await app.send(slackSends.interaction(buttonPress('me:1', home)))
    expect(await app.server.until('views.publish')).toEqual([
      { user_id: 'U1', view: { type: 'home', blocks: helloBlocks } },
    ])
    reply = { kind: 'private', message: hello }
    await app.send(slackSends.interaction(buttonPress('hint:1', home)))
    expect(await app.server.until('views.open')).toMatchObject([{ view: { type: 'modal', blocks: helloBlocks } }])
  })
})

describe('a button in a modal', () => {
  const view = {
    id: 'V5',
    type: 'modal',
    title: { text: 'Your answer' },
    private_metadata: '{"channel":{"ref":"slack:T1:C1","name":""}}',
  }
  const inModal = { channel: undefined, message: undefined, view, container: { type: 'view', view_id: 'V5' } }

  it('acts in the channel where the modal was opened, and turns the modal into the reply', async () => {
    await using app = await startSlackApp({ reply: always({ kind: 'private', message: hello }) })
    app.server.world.views.set('V5', {})
    await app.send(slackSends.interaction(buttonPress('dispute:17', inModal)))
    expect(app.heard).toMatchObject([{ kind: 'press', channel: { ref: 'slack:T1:C1' } }])
    expect(await app.server.until('views.update')).toMatchObject([
      { view_id: 'V5', view: { title: { text: 'Your answer' }, blocks: helloBlocks } },
    ])
  })

  it('can turn it into another form', async () => {
    await using app = await startSlackApp({ reply: always({ kind: 'form', form }) })
    app.server.world.views.set('V5', {})
    await app.send(slackSends.interaction(buttonPress('dispute:17', inModal)))
    expect(await app.server.until('views.update')).toMatchObject([
      { view_id: 'V5', view: { callback_id: 'answer:17' } },
    ])
  })
})

describe('a submitted form', () => {
  const view = {
    callback_id: 'answer:17',
    private_metadata: '{"action":"answer:17","channel":{"ref":"slack:T1:C1","name":"general"}}',
    title: { type: 'plain_text', text: 'Your answer' },
  }
  const submitted = () => viewSubmission(view, { text: 'a container &amp; more' })

  it('becomes a submit with its action, its values and the channel it was opened in', async () => {
    await using app = await startSlackApp()
    await app.send(slackSends.interaction(submitted()))
    expect(app.heard[0]).toMatchObject({
      kind: 'submit',
      id: 'V1-1700000000.abc',
      action: 'answer:17',
      values: { text: 'a container & more' },
      channel: { ref: 'slack:T1:C1', name: 'general' },
      player: { ref: 'slack:T1:U1' },
    })
  })

  it('shows its result', async () => {
    await using app = await startSlackApp({ reply: always({ kind: 'pending', message: hello }) })
    const { body } = await app.send(slackSends.interaction(submitted()))
    expect(body).toMatchObject({
      response_action: 'update',
      view: { type: 'modal', title: { text: 'Your answer' }, blocks: helloBlocks },
    })
  })

  it('may be followed by another form', async () => {
    await using app = await startSlackApp({ reply: always({ kind: 'form', form }) })
    const { body } = await app.send(slackSends.interaction(submitted()))
    expect(body).toMatchObject({
      response_action: 'update',
      view: { callback_id: 'answer:17', submit: { text: 'Send' } },
    })
  })

  it('closes if there is no reply', async () => {
    await using app = await startSlackApp()
    expect((await app.send(slackSends.interaction(submitted()))).body).toBe('')
  })

  it('keeps its action if an older release made it, and has no channel if another workspace sent it', async () => {
    await using app = await startSlackApp()
    await app.send(slackSends.interaction(viewSubmission({ ...view, private_metadata: 'answer=17' }, {})))
    const elsewhere = view.private_metadata.replace('slack:T1', 'slack:T2')
    await app.send(slackSends.interaction(viewSubmission({ ...view, private_metadata: elsewhere, hash: 'b' }, {})))
    expect(app.heard).toMatchObject([{ action: 'answer:17' }, { action: 'answer:17' }])
    for (const event of app.heard) expect(event).not.toHaveProperty('channel')
  })

  it('from a guest of another workspace belongs to a player of the workspace that has the app', async () => {
    await using app = await startSlackApp()
    const guest = { id: 'U7', name: 'eve', team_id: 'T7' }
    await app.send(slackSends.interaction(viewSubmission(view, {}, { user: guest })))
    await app.send(
      slackSends.interaction(viewSubmission({ ...view, hash: 'b' }, {}, { user: guest, enterprise: { id: 'E1' } })),
    )
    expect(app.heard).toMatchObject([{ player: { ref: 'slack:T1:U7' } }, { player: { ref: 'slack:T1:U7' } }])
  })
})

describe('messages to the bot', () => {
  it.each([
    ['<@UBOT> leaderboard week', 'leaderboard week'],
    ['hey <@UBOT|heroku-quiz>, topics', 'topics'],
    ['<@UBOT>', ''],
    [
      '<@UBOT> answer see <https://heroku.com|heroku.com> &amp; <@U2|bob> in <#C3|ops>',
      'answer see heroku.com & @bob in #ops',
    ],
    ['<@UBOT> answer &lt;@U2&gt;', 'answer <@U2>'],
  ])('in a channel, %s', async (text, words) => {
    await using app = await startSlackApp()
    await app.send(slackSends.event(eventCallback(mention(text), { event_id: 'Ev7' })))
    expect(app.heard).toMatchObject([{ kind: 'command', id: 'Ev7', words, channel: { ref: 'slack:T1:C1' } }])
  })

  it.each([
    ['me', 'me'],
    ['<@UBOT> me', 'me'],
    ['answer ask <@U2|bob>', 'answer ask @bob'],
  ])('directly, %s', async (text, words) => {
    await using app = await startSlackApp()
    await app.send(slackSends.event(eventCallback(directMessage(text))))
    expect(app.heard).toMatchObject([{ kind: 'command', words }])
    expect(app.heard[0]).not.toHaveProperty('channel')
  })

  it('get a reply in their thread that only the author sees', async () => {
    await using app = await startSlackApp({ reply: always({ kind: 'private', message: hello }) })
    await app.send(slackSends.event(eventCallback(mention('<@UBOT> me', { thread_ts: '1700000000.000001' }))))
    expect(await app.server.until('chat.postEphemeral')).toEqual([
      { channel: 'C1', user: 'U1', thread_ts: '1700000000.000001', text: 'Hello', blocks: helloBlocks },
    ])
    expect(app.heard).toMatchObject([{ below: 'slack:T1:C1:1700000000.000001' }])
  })

  it('get a reply as a direct message if the bot may not post in the channel', async () => {
    await using app = await startSlackApp({ reply: always({ kind: 'private', message: hello }) })
    app.server.next('chat.postEphemeral', { error: 'not_in_channel' })
    await app.send(slackSends.event(eventCallback(mention('<@UBOT> me'))))
    expect(await app.server.until('chat.postMessage')).toMatchObject([{ channel: 'U1', text: 'Hello' }])
  })

  it('get a button if they ask for a form, because only a button can open one', async () => {
    await using app = await startSlackApp({ reply: always({ kind: 'form', form }) })
    await app.send(slackSends.event(eventCallback(directMessage('answer'))))
    const [posted] = await app.server.until('chat.postMessage')
    expect(posted).toMatchObject({
      channel: 'D1',
      blocks: [{}, { elements: [{ action_id: 'answer:17', value: 'answer:17' }] }],
    })
  })

  it('have their author’s name only the second time, because Slack doesn’t send it', async () => {
    await using app = await startSlackApp()
    await app.send(slackSends.event(eventCallback(directMessage('me'))))
    await app.server.until('users.info')
    await expect
      .poll(async () => {
        await app.send(slackSends.event(eventCallback(directMessage('me'))))
        return (app.heard.at(-1) as { player: { name: string } }).player.name
      })
      .toBe('name-of-u1')
    expect(app.heard[0]).toMatchObject({ player: { name: '' } })
  })

  it.each([
    ['its own', directMessage('x', { user: 'UBOT' })],
    ['another bot’s', directMessage('x', { bot_id: 'B2' })],
    ['a bot’s mention', mention('<@UBOT> x', { bot_id: 'B2' })],
    ['an edit', directMessage('x', { subtype: 'message_changed' })],
    ['somebody joining', mention('<@UBOT> x', { subtype: 'channel_join' })],
    ['talk in a channel', { ...directMessage('x'), channel: 'C1', channel_type: 'channel' }],
    [
      'talk that names the bot, which comes as a mention too',
      { ...directMessage('<@UBOT> x'), channel: 'C1', channel_type: 'channel' },
    ],
  ])('are not %s', async (_, event) => {
    await using app = await startSlackApp({ reply: always({ kind: 'private', message: hello }) })
    expect((await app.send(slackSends.event(eventCallback(event)))).status).toBe(200)
    await app.slack.stop()
    expect(app.heard.map(({ kind }) => kind)).toEqual(['unsupported'])
    expect(app.server.calls).toEqual([])
  })
})

describe('the App Home', () => {
  it.each(['home', 'private'] as const)('is rendered from a %s reply for the person who opens it', async (kind) => {
    await using app = await startSlackApp({ reply: always({ kind, message: hello }) })
    await app.send(slackSends.event(eventCallback({ type: 'app_home_opened', user: 'U1', channel: 'D1', tab: 'home' })))
    expect(app.heard).toMatchObject([{ kind: 'home', player: { ref: 'slack:T1:U1' } }])
    expect(await app.server.until('views.publish')).toEqual([
      { user_id: 'U1', view: { type: 'home', blocks: helloBlocks } },
    ])
  })

  it('isn’t rendered if the Messages tab is opened, where a first visit gets a greeting', async () => {
    await using app = await startSlackApp()
    await app.send(
      slackSends.event(eventCallback({ type: 'app_home_opened', user: 'U1', channel: 'D1', tab: 'messages' })),
    )
    expect(app.heard).toMatchObject([{ kind: 'met', how: 'messages' }])
    expect(app.server.callsOf('views.publish')).toEqual([])
  })
})

describe('the end of an installation', () => {
  it.each<[string, Record<string, unknown>, Partial<ChatEvent>]>([
    ['the app was uninstalled', { type: 'app_uninstalled' }, { kind: 'removed', workspace: 'slack:T1' }],
    [
      'its token was revoked',
      { type: 'tokens_revoked', tokens: { oauth: [], bot: ['UBOT'] } },
      { kind: 'removed', workspace: 'slack:T1' },
    ],
    [
      'a person took back a token',
      { type: 'tokens_revoked', tokens: { oauth: ['U1'], bot: [] } },
      { kind: 'unsupported', what: 'tokens_revoked' },
    ],
  ])('%s', async (_, event, heard) => {
    await using app = await startSlackApp()
    await app.send(slackSends.event(eventCallback(event)))
    expect(app.heard).toMatchObject([heard])
  })
})
