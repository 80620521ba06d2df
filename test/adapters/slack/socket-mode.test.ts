import { describe, expect, it } from 'vitest'
import type { Reply } from '../../../src/ports/chat-event.ts'
import { startSlackApp } from '../../kit/slack/slack-app.ts'
import {
  buttonPress,
  directMessage,
  eventCallback,
  slashCommand,
  viewSubmission,
} from '../../kit/slack/slack-payloads.ts'
import { startSlackSocket } from '../../kit/slack/slack-socket.ts'

const hello: Reply = { kind: 'private', message: { summary: 'Hello', blocks: [] } }

describe('Socket Mode', () => {
  it('delivers the same events and responses as HTTP', async () => {
    await using socket = await startSlackSocket()
    await using app = await startSlackApp({ appToken: 'xapp-test', reply: () => hello })
    app.server.world.socketUrl = socket.url
    await app.slack.start()
    await socket.connected
    expect(await socket.deliver('slash_commands', slashCommand('me'))).toMatchObject({ text: 'Hello' })
    const submit = viewSubmission({ title: { text: 'Your answer' } }, { text: 'x' })
    expect(await socket.deliver('interactive', submit)).toMatchObject({ response_action: 'update' })
    await socket.deliver('interactive', buttonPress('hint:1', { response_url: app.server.responseUrl }))
    await socket.deliver('events_api', eventCallback(directMessage('topics')))
    await app.server.until('chat.postMessage')
    expect(app.heard).toMatchObject([
      { kind: 'command', words: 'me' },
      { kind: 'submit', values: { text: 'x' } },
      { kind: 'press', action: 'hint:1' },
      { kind: 'command', words: 'topics' },
    ])
    expect(app.server.calls[0]).toMatchObject({ method: 'apps.connections.open', token: 'xapp-test' })
  })

  it('continues after messages that it can’t read', async () => {
    await using socket = await startSlackSocket()
    await using app = await startSlackApp({ appToken: 'xapp-test', reply: () => hello })
    app.server.world.socketUrl = socket.url
    await app.slack.start()
    socket.deliver('interactive', buttonPress('x', { actions: [] })).catch(() => {})
    socket.deliver('interactive', { type: 'hologram' }).catch(() => {})
    socket.deliver('events_api', eventCallback({ type: 'reaction_added', item: null })).catch(() => {})
    expect(await socket.deliver('slash_commands', slashCommand('me'))).toMatchObject({ text: 'Hello' })
  })

  it('opens no port, and disconnects at the end', async () => {
    await using socket = await startSlackSocket()
    const app = await startSlackApp({ appToken: 'xapp-test' })
    app.server.world.socketUrl = socket.url
    await app.slack.start()
    expect((await fetch(`${app.url}/slack/events`, { method: 'POST', body: '{}' })).status).toBe(404)
    await app[Symbol.asyncDispose]()
    await socket.closed
  })

  it('reports why it can’t start', async () => {
    await using app = await startSlackApp({ appToken: 'xapp-test' })
    app.server.next('apps.connections.open', { error: 'invalid_auth' })
    await expect(app.slack.start()).rejects.toMatchObject({ data: { error: 'invalid_auth' } })
  })
})
