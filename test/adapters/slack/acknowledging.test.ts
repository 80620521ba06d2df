import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { updateDelayMs } from '../../../src/adapters/slack/receive/update-delay.ts'
import type { ChatEvent, Reply } from '../../../src/ports/chat-event.ts'
import type { Message } from '../../../src/ports/message.ts'
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

const hello: Message = { summary: 'Hello', blocks: [{ kind: 'text', text: ['Hello'] }] }
const said: Reply = { kind: 'private', message: hello }
const opened: Reply = { kind: 'form', form: { action: 'a:1', title: 'T', intro: 'Why?', fields: [], submit: 'S' } }

describe('an acknowledgment', () => {
  it('does not wait for Slack’s Web API', async () => {
    await using app = await startSlackApp({ reply: (event) => (event.kind === 'press' ? opened : said) })
    const slow = ['views.open', 'chat.postEphemeral', 'chat.postMessage', 'users.info', 'response_url']
    for (const method of slow) app.server.next(method, { delayMs: 4000 })
    const sent = [
      slackSends.interaction(buttonPress('a:1')),
      slackSends.event(eventCallback(mention('<@UBOT> me'))),
      slackSends.event(eventCallback(directMessage('me'))),
    ]
    for (const request of sent) expect((await app.send(request)).ms).toBeLessThan(2000)
  })

  it('does not wait to find out who is an admin: the reply follows', async () => {
    await using app = await startSlackApp({ reply: adminsOnly })
    app.server.world.admins.add('U1')
    app.server.next('users.info', { delayMs: 1000 })
    const command = slashCommand('settings', { response_url: app.server.responseUrl })
    const { status, body, ms } = await app.send(slackSends.command(command))
    expect([status, body]).toEqual([200, ''])
    expect(ms).toBeLessThan(500)
    expect(await app.server.until('response_url')).toMatchObject([{ response_type: 'ephemeral', text: 'yes' }])
  })

  it('contains the reply if it is available in time, and Slack is called only once', async () => {
    await using app = await startSlackApp({ reply: adminsOnly })
    await app.send(slackSends.command(slashCommand('settings', { response_url: app.server.responseUrl })))
    await app.server.until('response_url')
    const { body } = await app.send(slackSends.command(slashCommand('settings')))
    expect(body).toMatchObject({ text: 'no' })
    expect(app.server.callsOf('users.info')).toHaveLength(1)
  })

  it('comes within Slack’s three seconds, no matter how long the reply takes', async () => {
    await using app = await startSlackApp({ reply: () => wait(2500, said) })
    const url = { response_url: app.server.responseUrl }
    const form = viewSubmission({ title: { text: 'T' } }, {})
    app.server.world.views.set('V1', {})
    const [command, submit] = await Promise.all([
      app.send(slackSends.command(slashCommand('me', url))),
      app.send(slackSends.interaction(form)),
    ])
    expect(command).toMatchObject({ status: 200, body: '' })
    expect(submit).toMatchObject({
      status: 200,
      body: { response_action: 'update', view: { blocks: [{ text: { text: 'One moment …' } }] } },
    })
    for (const { ms } of [command, submit]) expect(ms).toBeLessThan(2450)
    expect(await app.server.until('response_url')).toMatchObject([{ text: 'Hello' }])
    expect(await app.server.until('views.update')).toMatchObject([
      { view_id: 'V1', view: { blocks: [{ text: { text: 'Hello' } }] } },
    ])
  })

  it('is never overtaken by the reply to a form', async () => {
    await using app = await startSlackApp({ reply: adminsOnly })
    app.server.world.views.set('V1', {})
    const begun = performance.now()
    await app.send(slackSends.interaction(viewSubmission({ title: { text: 'T' } }, {})))
    await app.server.until('views.update')
    expect(performance.now() - begun).toBeGreaterThan(updateDelayMs - 50)
  })

  it('is refused if the event was not handled, so Slack sends it again', async () => {
    let broken = true
    await using app = await startSlackApp({
      reply() {
        if (broken) throw new Error('the database is away')
        return said
      },
    })
    const event = eventCallback(directMessage('answer a container'))
    expect((await app.send(slackSends.event(event))).status).toBe(503)
    expect(app.server.calls).toEqual([])
    broken = false
    expect((await app.send(slackSends.event(event, { 'x-slack-retry-num': '1' }))).status).toBe(200)
    expect(await app.server.until('chat.postMessage')).toHaveLength(1)
  })
})

describe('if Slack sends a request twice', () => {
  it('an event has one effect and one reply, whether the copy comes immediately or later', async () => {
    await using app = await startSlackApp({ reply: () => wait(50, said) })
    const event = eventCallback(directMessage('me'))
    const copies = [1, 2, 3].map(() => app.send(slackSends.event(event, { 'x-slack-retry-num': '1' })))
    expect((await Promise.all(copies)).map(({ status }) => status)).toEqual([200, 200, 200])
    await app.send(slackSends.event(event, { 'x-slack-retry-num': '2' }))
    await app.slack.stop()
    expect(app.heard).toHaveLength(1)
    expect(app.server.callsOf('chat.postMessage')).toHaveLength(1)
  })

  it('an event that another process handled is not handled again', async () => {
    const reply = () => said
    await using first = await startSlackApp({ reply })
    await using second = await startSlackApp({ reply, apiUrl: first.server.apiUrl })
    const event = eventCallback(directMessage('me'))
    await first.send(slackSends.event(event))
    await first.slack.stop()
    await second.send(slackSends.event(event, { 'x-slack-retry-num': '1' }))
    await second.slack.stop()
    expect(first.server.callsOf('chat.postMessage')).toHaveLength(1)
  })

  it('five copies of one submit share one reply', async () => {
    // Long enough for all five to arrive on a busy machine.
    await using app = await startSlackApp({ reply: () => wait(1000, said) })
    const submit = viewSubmission({ title: { text: 'T' } }, { text: 'x' })
    const copies = await Promise.all([1, 2, 3, 4, 5].map(() => app.send(slackSends.interaction(submit))))
    expect(app.heard).toHaveLength(1)
    for (const { body } of copies) expect(body).toMatchObject({ response_action: 'update' })
  })
})

async function adminsOnly(event: ChatEvent): Promise<Reply> {
  const admin = 'player' in event && (await event.player.isAdmin())
  return { kind: 'private', message: { summary: admin ? 'yes' : 'no', blocks: [] } }
}
