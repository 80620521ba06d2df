import { describe, expect, it } from 'vitest'
import { startSlackApp } from '../../kit/slack/slack-app.ts'
import {
  buttonPress,
  directMessage,
  eventCallback,
  mention,
  slashCommand,
  viewSubmission,
} from '../../kit/slack/slack-payloads.ts'
import { signed, slackSends } from '../../kit/slack/slack-request.ts'

const form = 'application/x-www-form-urlencoded'
const interaction = slackSends.interaction
const now = () => Math.floor(Date.now() / 1000)
const command = () => new URLSearchParams(slashCommand('me')).toString()

const refused: [what: string, status: number, request: () => ReturnType<typeof signed>][] = [
  ['another secret', 401, () => signed(command(), { type: form, secret: 'another' })],
  ['no signature', 401, () => without(signed(command(), { type: form }), 'x-slack-signature')],
  ['no timestamp', 401, () => without(signed(command(), { type: form }), 'x-slack-request-timestamp')],
  ['a timestamp that is no number', 401, () => with_(signed('{}'), { 'x-slack-request-timestamp': 'soon' })],
  ['a timestamp of six minutes ago', 401, () => signed(command(), { type: form, at: now() - 360 })],
  ['a timestamp in six minutes', 401, () => signed(command(), { type: form, at: now() + 360 })],
  ['rubbish that nobody signed', 401, () => signed('null', { secret: 'another' })],
  ['an empty body', 400, () => signed('')],
  ['no JSON', 400, () => signed('{"type":')],
  ['null', 400, () => signed('null')],
  ['a number', 400, () => signed('7')],
  ['a list', 400, () => signed('[]')],
  ['an object of nothing', 400, () => signed('{}')],
  ['a type that is no word', 400, () => signed('{"type":7}')],
  ['a form of nothing', 400, () => signed('a=b', { type: form })],
  ['a form whose payload is null', 400, () => signed('payload=null', { type: form })],
  ['a form whose payload is no JSON', 400, () => signed('payload=%7B', { type: form })],
  ['an event of null', 400, () => slackSends.event({ ...eventCallback({}), event: null })],
  ['an event without type', 400, () => slackSends.event(eventCallback({ user: 'U1' }))],
  ['an event in no channel', 400, () => slackSends.event(eventCallback({ ...mention('x'), channel: null }))],
  ['an event about null', 400, () => slackSends.event(eventCallback({ type: 'reaction_added', item: null }))],
  [
    'an event in a view of null',
    400,
    () => slackSends.event({ ...eventCallback(mention('x')), authorizations: [null] }),
  ],
  ['a question for an address without challenge', 400, () => signed('{"type":"url_verification"}')],
  ['a press on nothing', 400, () => interaction(buttonPress('x', { actions: [] }))],
  ['a press on null', 400, () => interaction(buttonPress('x', { actions: [null] }))],
  ['a press by nobody', 400, () => interaction(buttonPress('x', { user: undefined }))],
  ['a submit without view', 400, () => interaction(viewSubmission({}, {}, { view: undefined }))],
  ['a submit of a view of null', 400, () => interaction(viewSubmission({}, {}, { view: null }))],
  [
    'values of null',
    400,
    () => interaction({ ...viewSubmission({}, {}), view: { id: 'V1', state: { values: { text: null } } } }),
  ],
  ['a command of nobody', 400, () => slackSends.command({ command: '/heroku-quiz', text: 'me' })],
  ['a team whose id is two', 400, () => slackSends.command(slashCommand('me', { team_id: 'T1:U2' }))],
]

describe('a request that is not a payload from Slack', () => {
  it('is refused in any shape, and never reaches the commands', async () => {
    await using app = await startSlackApp()
    const answers: [string, number][] = []
    for (const [what, , request] of refused) answers.push([what, (await app.send(request())).status])
    expect(answers).toEqual(refused.map(([what, status]) => [what, status]))
    expect(app.heard).toEqual([])
  })

  it('is refused over 1 MiB, with or without a length', async () => {
    await using app = await startSlackApp()
    const big = signed(JSON.stringify({ type: 'x', text: 'x'.repeat(1024 * 1024) }))
    expect((await app.send(big)).status).toBe(413)
    const body = new Blob([big.body]).stream()
    const streamed = await fetch(`${app.url}/slack/events`, { ...big, body, duplex: 'half' } as RequestInit)
    expect(streamed.status).toBe(413)
  })

  it('does not crash the process', async () => {
    await using app = await startSlackApp()
    await app.send(signed('null'))
    expect((await app.send(slackSends.command(slashCommand('me')))).status).toBe(200)
  })
})

describe('a body of another type', () => {
  const types = [
    '',
    ' ',
    'rubbish',
    '/',
    ';',
    'text/plain',
    'multipart/form-data',
    'text/html, text/plain',
    'a'.repeat(500),
  ]

  it.each(types)('such as “%s” is read only if Slack signed it, and never ends in a 5xx', async (type) => {
    await using app = await startSlackApp()
    const unsigned = { ...signed(command()), headers: { 'content-type': type } }
    expect((await app.send(unsigned)).status).toBe(401)
    expect((await app.send(signed(command(), { type, secret: 'another' }))).status).toBe(401)
    expect((await app.send(signed(command(), { type }))).status).toBe(400)
    expect((await app.send(signed('\0', { type }))).status).toBe(400)
    expect(app.heard).toEqual([])
  })

  it('is read as a form or as JSON, in any spelling of the type', async () => {
    await using app = await startSlackApp()
    expect((await app.send(signed(command(), { type: `${form.toUpperCase()}; charset=utf-8` }))).status).toBe(200)
    const event = JSON.stringify(eventCallback(directMessage('me')))
    expect((await app.send(signed(event, { type: 'text/plain' }))).status).toBe(200)
    expect(app.heard.map(({ kind }) => kind)).toEqual(['command', 'command'])
  })
})

describe('a well-formed request without an effect', () => {
  it.each([
    ['a shortcut', interaction({ type: 'shortcut', user: { id: 'U1' }, callback_id: 'x' })],
    ['a closed modal', interaction({ type: 'view_closed', view: { id: 'V1' }, user: { id: 'U1' } })],
    ['a menu', interaction({ type: 'block_suggestion', value: 'x' })],
    ['a kind that does not exist yet', interaction({ type: 'hologram' })],
    ['a notice about limits', signed('{"type":"app_rate_limited","team_id":"T1"}')],
    ['an event nobody asked for', slackSends.event(eventCallback({ type: 'team_join', user: { id: 'U9' } }))],
    ['a press on a link', interaction(buttonPress('link'))],
  ])('%s immediately gets 200', async (_, request) => {
    await using app = await startSlackApp()
    const { status, ms } = await app.send(request)
    expect(status).toBe(200)
    expect(ms).toBeLessThan(1000)
    expect(app.heard.map(({ kind }) => kind)).toEqual(['unsupported'])
  })

  it('may be unsigned only if it is Slack’s check of the certificate', async () => {
    await using app = await startSlackApp()
    const body = new URLSearchParams({ ...slashCommand('me'), ssl_check: '1' }).toString()
    const unsigned = { method: 'POST' as const, headers: { 'content-type': form }, body }
    expect(await app.send(unsigned)).toMatchObject({ status: 200, body: '' })
    expect(app.heard).toEqual([])
  })

  it('gets a page that explains what this address is for', async () => {
    await using app = await startSlackApp()
    const { status, body } = await app.send(signed('{"type":"url_verification","challenge":"3eZbrw1aB"}'))
    expect([status, body]).toEqual([200, { challenge: '3eZbrw1aB' }])
  })
})

function without(request: ReturnType<typeof signed>, header: string): ReturnType<typeof signed> {
  const { [header]: _, ...headers } = request.headers
  return { ...request, headers }
}

function with_(request: ReturnType<typeof signed>, headers: Record<string, string>): ReturnType<typeof signed> {
  return { ...request, headers: { ...request.headers, ...headers } }
}
