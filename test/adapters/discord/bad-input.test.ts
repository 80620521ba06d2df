import { describe, expect, it } from 'vitest'
import { startDiscordApp } from '../../kit/discord/discord-app.ts'
import { buttonPress, modalSubmit, slashCommand } from '../../kit/discord/discord-payloads.ts'
import { anotherKey, type SignedRequest, signed } from '../../kit/discord/discord-request.ts'

const now = () => Math.floor(Date.now() / 1000)
const command = () => JSON.stringify(slashCommand('me'))
const json = (payload: unknown) => signed(JSON.stringify(payload))

const refused: [what: string, status: number, request: () => SignedRequest][] = [
  ['another key', 401, () => signed(command(), { key: anotherKey })],
  ['no signature', 401, () => without(signed(command()), 'x-signature-ed25519')],
  ['no timestamp', 401, () => without(signed(command()), 'x-signature-timestamp')],
  ['a signature that is no hexadecimal', 401, () => signed(command(), { headers: { 'x-signature-ed25519': 'zz' } })],
  ['half a signature', 401, () => signed(command(), { headers: { 'x-signature-ed25519': 'ab'.repeat(32) } })],
  ['another body', 401, () => ({ ...signed(command()), body: command() })],
  ['another timestamp', 401, () => signed(command(), { headers: { 'x-signature-timestamp': String(now() - 1) } })],
  ['a timestamp that is no number', 401, () => signed(command(), { at: 'soon' })],
  ['a timestamp of six minutes ago', 401, () => signed(command(), { at: now() - 360 })],
  ['a timestamp in six minutes', 401, () => signed(command(), { at: now() + 360 })],
  ['rubbish that nobody signed', 401, () => signed('null', { key: anotherKey })],
  ['an empty body', 400, () => signed('')],
  ['no JSON', 400, () => signed('{"type":')],
  ['no text', 400, () => signed('\u0000\ufffd')],
  ['null', 400, () => signed('null')],
  ['a number', 400, () => signed('7')],
  ['a list', 400, () => signed('[]')],
  ['an object of nothing', 400, () => signed('{}')],
  ['a type that is no number', 400, () => signed('{"type":"2"}')],
  ['a type that does not exist yet', 400, () => signed('{"type":99}')],
  ['nesting without end', 400, () => signed('{"type":'.repeat(50_000))],
  ['a command without data', 400, () => json(slashCommand('me', {}, { data: undefined }))],
  ['a command of nobody', 400, () => json(slashCommand('me', {}, { member: undefined }))],
  ['a command of null', 400, () => json(slashCommand('me', {}, { member: { user: null } }))],
  ['a command with options of null', 400, () => json(slashCommand('me', {}, { data: { name: 'x', options: [null] } }))],
  [
    'permissions that are no number',
    400,
    () => json(slashCommand('me', {}, { member: { ...member, permissions: 'all' } })),
  ],
  ['a server whose id is two', 400, () => json(slashCommand('me', {}, { guild_id: '1:2' }))],
  ['no token', 400, () => json(slashCommand('me', {}, { token: undefined }))],
  ['a press on nothing', 400, () => json(buttonPress('x', { data: {} }))],
  ['a press on null', 400, () => json(buttonPress('x', { data: null }))],
  ['a form without fields', 400, () => json(modalSubmit('x', {}, { data: { custom_id: 'x' } }))],
  [
    'a form with fields of null',
    400,
    () => json(modalSubmit('x', {}, { data: { custom_id: 'x', components: [null] } })),
  ],
]

const member = { user: { id: '330000000000000001' }, roles: [] }

describe('a request that is not an interaction from Discord', () => {
  it('is refused in any shape, and never reaches the commands', async () => {
    await using app = await startDiscordApp()
    const answers: [string, number][] = []
    for (const [what, , request] of refused) answers.push([what, (await app.send(request())).status])
    expect(answers).toEqual(refused.map(([what, status]) => [what, status]))
    expect(app.heard).toEqual([])
  })

  it('is refused over 1 MiB, with or without a length', async () => {
    await using app = await startDiscordApp()
    const big = signed(JSON.stringify({ type: 1, text: 'x'.repeat(1024 * 1024) }))
    expect((await app.send(big)).status).toBe(413)
    const body = new Blob([big.body]).stream()
    const streamed = await fetch(`${app.url}/discord/interactions`, { ...big, body, duplex: 'half' } as RequestInit)
    expect(streamed.status).toBe(413)
  })
})

describe('a request that Discord sends', () => {
  it('is accepted with any content type, because the signature covers the bytes', async () => {
    await using app = await startDiscordApp()
    for (const type of ['application/json', 'text/plain', 'rubbish', '', ';', '/', 'text/html, text/plain']) {
      expect((await app.send({ ...signed('{"type":1}'), headers: { 'content-type': type } })).status).toBe(401)
      expect((await app.send(signed('null', { type }))).status).toBe(400)
      expect(await app.send(signed('{"type":1}', { type }))).toMatchObject({ status: 200, body: { type: 1 } })
    }
  })

  it('gets a response if it verifies our address', async () => {
    await using app = await startDiscordApp()
    expect(await app.send(signed('{"type":1,"id":"1","token":"x"}'))).toMatchObject({ status: 200, body: { type: 1 } })
    expect(app.heard).toEqual([])
  })

  it.each([
    ['a command by another name', slashCommand('me', {}, { data: { name: 'quiz', type: 1 } })],
    ['a command on a message', slashCommand('me', {}, { data: { name: 'heroku-quiz', type: 3, target_id: '1' } })],
    ['a menu', buttonPress('x', { data: { custom_id: 'x', component_type: 3, values: ['a'] } })],
  ])('from an older release, such as %s, gets a friendly reply', async (_, interaction) => {
    await using app = await startDiscordApp()
    const { body } = await app.interact(interaction)
    expect(body).toMatchObject({ type: 4, data: { flags: 68, content: expect.stringContaining('anymore') } })
    expect(app.heard.map(({ kind }) => kind)).toEqual(['unsupported'])
  })
})

function without(request: SignedRequest, header: string): SignedRequest {
  const { [header]: _, ...headers } = request.headers
  return { ...request, headers }
}
