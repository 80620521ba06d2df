import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Reply } from '../../../src/ports/chat-event.ts'
import type { Message } from '../../../src/ports/message.ts'
import { startDiscordApp } from '../../kit/discord/discord-app.ts'
import { buttonPress, guild, halfTyped, modalSubmit, slashCommand } from '../../kit/discord/discord-payloads.ts'

const hello: Message = { summary: 'Hello', blocks: [{ kind: 'text', text: ['Hello'] }] }
const said: Reply = { kind: 'private', message: hello }
const form: Reply = { kind: 'form', form: { action: 'a:1', title: 'T', intro: 'Why?', fields: [], submit: 'S' } }
const editing = /^PATCH \/webhooks\//

describe('an acknowledgment', () => {
  it('does not wait for Discord’s API', async () => {
    await using app = await startDiscordApp({ reply: () => said })
    app.server.next(/./, { delayMs: 1500 }, { delayMs: 1500 }, { delayMs: 1500 })
    for (const interaction of [slashCommand('me'), buttonPress('a:1'), modalSubmit('a:1', { text: 'x' })]) {
      expect((await app.interact(interaction)).ms).toBeLessThan(500)
    }
  })

  it('comes within Discord’s three seconds, no matter how long the reply takes, and the reply follows', async () => {
    await using app = await startDiscordApp({ reply: () => wait(2400, said) })
    const answers = await Promise.all([
      app.interact(slashCommand('me')),
      app.interact(buttonPress('a:1')),
      app.interact(modalSubmit('a:1', { text: 'x' })),
    ])
    for (const { body, ms } of answers) {
      expect(body).toEqual({ type: 5, data: { flags: 64 } })
      expect(ms).toBeLessThan(2390)
    }
    expect(await app.server.until(editing, 3)).toMatchObject([
      { body: { content: 'Hello' } },
      { body: { content: 'Hello' } },
      { body: { content: 'Hello' } },
    ])
  })

  it('offers a form with a button if the form was late, because Discord can’t open it later', async () => {
    await using app = await startDiscordApp({ reply: () => wait(2200, form) })
    await app.interact(buttonPress('a:1'))
    expect(await app.server.until(editing)).toMatchObject([
      { body: { content: 'Why?', components: [{ components: [{ custom_id: 'a:1', label: 'T' }] }] } },
    ])
  })

  it('completes a partial word with nothing instead of being late', async () => {
    await using app = await startDiscordApp({ reply: () => wait(2200, { kind: 'choices' as const, choices: [] }) })
    const { body } = await app.interact(halfTyped('ask', { topic: 'd' }, 'topic'))
    expect(body).toEqual({ type: 8, data: { choices: [] } })
  })

  it('never fails, and is a friendly message if there is a bug', async () => {
    await using app = await startDiscordApp({
      reply() {
        throw new Error('the database is away')
      },
    })
    const { status, body } = await app.interact(slashCommand('me'))
    expect([status, body]).toMatchObject([200, { type: 4, data: { content: expect.stringContaining('went wrong') } }])
    expect(app.logged).toContain('error an event was not handled')
  })
})

describe('the name of a server', () => {
  it('isn’t part of interactions, so it is requested once, after the first interaction', async () => {
    await using app = await startDiscordApp({ reply: () => said })
    await app.interact(slashCommand('me'))
    await app.server.until(/^GET \/guilds/)
    await app.interact(slashCommand('me'))
    await app.interact(slashCommand('me'))
    expect(app.server.callsOf(/./)).toHaveLength(1)
    expect(app.heard).toMatchObject([
      { workspace: { ref: `discord:${guild}`, name: '' } },
      { workspace: { ref: `discord:${guild}`, name: 'Acme' } },
      { workspace: { ref: `discord:${guild}`, name: 'Acme' } },
    ])
  })

  it('may remain unknown', async () => {
    await using app = await startDiscordApp({ reply: () => said })
    app.server.next(/^GET \/guilds/, { status: 403, body: { code: 50_001, message: 'Missing Access' } })
    await app.interact(slashCommand('me'))
    await app.interact(slashCommand('me'))
    await app.discord.stop()
    expect(app.logged).toEqual(['debug the name of a server could not be looked up'])
  })
})
