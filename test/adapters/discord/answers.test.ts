import { describe, expect, it } from 'vitest'
import type { Reply } from '../../../src/ports/chat-event.ts'
import type { Form, Message } from '../../../src/ports/message.ts'
import { startDiscordApp, tagged } from '../../kit/discord/discord-app.ts'
import {
  ada,
  adminPermissions,
  buttonPress,
  by,
  direct,
  general,
  guild,
  halfTyped,
  lounge,
  modalSubmit,
  slashCommand,
} from '../../kit/discord/discord-payloads.ts'

const hello: Message = { summary: 'Hello', blocks: [{ kind: 'text', text: ['Hello ', { bold: 'Ada' }, '.'] }] }
const form: Form = {
  action: 'answer:17',
  title: 'Your answer',
  intro: 'What is a dyno?',
  fields: [{ name: 'text', label: 'In your own words', placeholder: 'A sentence', most: 2000, lines: 'many' }],
  submit: 'Send',
}
const always = (reply: Reply) => () => reply

describe('/heroku-quiz', () => {
  it.each<[path: string, options: Record<string, string>, words: string]>([
    ['me', {}, 'me'],
    ['answer', { text: 'a container  with <b> & *stars*' }, 'answer a container  with <b> & *stars*'],
    ['leaderboard', { by: 'players', window: 'month' }, 'leaderboard month players'],
    ['ask', { topic: 'dynos', difficulty: 'easy' }, 'ask easy dynos'],
    ['ask', { topic: 'dynos' }, 'ask dynos'],
    ['team join', { name: 'Night Shift' }, 'team join Night Shift'],
    ['team list', {}, 'team list'],
    [
      'schedule set',
      { days: 'mon-fri', zone: 'Europe/Berlin', time: '09:30' },
      'schedule set 09:30 Europe/Berlin mon-fri',
    ],
    [
      'settings',
      { value: '<@&390000000000000001>', name: 'mention' },
      `settings mention discord:${guild}:&390000000000000001`,
    ],
    ['practice', { from: 'another release' }, 'practice another release'],
  ])('%s %j means the same as "%3$s" on other platforms', async (path, options, words) => {
    await using app = await startDiscordApp()
    await app.interact(slashCommand(path, options))
    expect(app.heard).toMatchObject([{ kind: 'command', words }])
  })

  it('has a separate command for admins that accepts the admin commands too', async () => {
    await using app = await startDiscordApp({ reply: always({ kind: 'choices', choices: [] }) })
    for (const interaction of [
      slashCommand('schedule set', { time: '09:30', zone: 'UTC' }),
      halfTyped('schedule set', { zone: 'eu' }, 'zone'),
    ]) {
      await app.interact({ ...interaction, data: { ...(interaction.data as object), name: 'heroku-quiz-admin' } })
    }
    expect(app.heard).toMatchObject([
      { kind: 'command', words: 'schedule set 09:30 UTC' },
      { kind: 'complete', words: 'schedule set eu' },
    ])
  })

  it('becomes an event with the person and the place', async () => {
    await using app = await startDiscordApp()
    const interaction = slashCommand('me')
    await app.interact(interaction)
    const [event] = app.heard
    expect(event).toMatchObject({
      id: interaction.id,
      workspace: { ref: `discord:${guild}`, name: '' },
      channel: { ref: `discord:${guild}:${general}`, name: 'general' },
      player: { ref: `discord:${guild}:${ada}`, name: 'Ada Lovelace' },
    })
    expect(event).toHaveProperty('requestId', expect.stringMatching(/./))
  })

  it('contains the person’s roles, except in a direct message, where Discord doesn’t send them', async () => {
    await using app = await startDiscordApp()
    await app.interact(slashCommand('me', {}, by(ada, { roles: ['77', '78'] })))
    await app.interact(buttonPress(`hint:1@${tagged(guild)}`, direct))
    expect(app.heard).toMatchObject([
      { player: { groups: [`discord:${guild}:&77`, `discord:${guild}:&78`] } },
      { player: expect.not.objectContaining({ groups: expect.anything() }) },
    ])
  })

  it.each([
    ['Manage Server', adminPermissions, true],
    ['Administrator', '8', true],
    ['neither', '3072', false],
    ['all that Discord may ever have', String(2n ** 64n - 1n), true],
  ])('determines without a call whether a person with %s is an admin', async (_, permissions, admin) => {
    await using app = await startDiscordApp()
    await app.interact(slashCommand('settings', {}, by(ada, { permissions, nick: 'Countess' })))
    const [event] = app.heard
    if (!event || !('player' in event)) throw new Error('nobody came')
    expect(event.player.name).toBe('Countess')
    expect(await event.player.isAdmin()).toBe(admin)
  })

  it.each(['private', 'pending', 'home'] as const)('shows a %s reply only to the person who asked', async (kind) => {
    await using app = await startDiscordApp({ reply: always({ kind, message: hello }) })
    const { status, body } = await app.interact(slashCommand('me'))
    expect(status).toBe(200)
    expect(body).toEqual({
      type: 4,
      data: {
        content: 'Hello **Ada**.',
        embeds: [],
        components: [],
        flags: 64 | 4,
        allowed_mentions: { parse: [], users: [], roles: [], replied_user: false },
      },
    })
  })

  it('opens a form with the question above its field', async () => {
    await using app = await startDiscordApp({ reply: always({ kind: 'form', form }) })
    const { body } = await app.interact(slashCommand('answer', { text: '' }))
    expect(body).toMatchInlineSnapshot(`
      {
        "data": {
          "components": [
            {
              "content": "What is a dyno?",
              "type": 10,
            },
            {
              "component": {
                "custom_id": "text",
                "max_length": 2000,
                "placeholder": "A sentence",
                "required": true,
                "style": 2,
                "type": 4,
              },
              "label": "In your own words",
              "type": 18,
            },
          ],
          "custom_id": "answer:17",
          "title": "Your answer",
        },
        "type": 9,
      }
    `)
  })
})

describe('a partial word', () => {
  const teams = ['Night Shift', 'Night Owls', 'Core']

  it('is completed as typed so far, with values for that option only', async () => {
    await using app = await startDiscordApp({
      reply: always({
        kind: 'choices',
        choices: ['easy', 'dynos', 'data'].map((word) => ({ word: `ask ${word}`, help: 'x' })),
      }),
    })
    const { body } = await app.interact(halfTyped('ask', { topic: 'D' }, 'topic'))
    expect(app.heard).toMatchObject([{ kind: 'complete', words: 'ask d' }])
    expect(body).toEqual({
      type: 8,
      data: {
        choices: [
          { name: 'dynos', value: 'dynos' },
          { name: 'data', value: 'data' },
        ],
      },
    })
  })

  it('can be the second word of a name', async () => {
    const choices = teams.map((name) => ({ word: `team join ${name}`, help: 'Which team' }))
    await using app = await startDiscordApp({ reply: always({ kind: 'choices', choices }) })
    const { body } = await app.interact(halfTyped('team join', { name: 'night s' }, 'name'))
    expect(app.heard).toMatchObject([{ words: 'team join night' }])
    expect(body).toEqual({ type: 8, data: { choices: [{ name: 'Night Shift', value: 'Night Shift' }] } })
  })

  it('never gets more or longer choices than Discord accepts', async () => {
    const choices = Array.from({ length: 40 }, (_, at) => ({ word: `ask ${at}${'x'.repeat(at * 4)}`, help: '' }))
    await using app = await startDiscordApp({ reply: always({ kind: 'choices', choices }) })
    const { body } = await app.interact(halfTyped('ask', { topic: '' }, 'topic'))
    expect((body.data as { choices: unknown[] }).choices).toHaveLength(25)
  })
})

describe('a button', () => {
  it('becomes a press with its action', async () => {
    await using app = await startDiscordApp()
    const press = buttonPress('hint:17')
    await app.interact(press)
    expect(app.heard).toMatchObject([
      { kind: 'press', id: press.id, action: 'hint:17', channel: { ref: `discord:${guild}:${general}` } },
    ])
  })

  it('shows a private reply to the person who pressed, and doesn’t change the message', async () => {
    await using app = await startDiscordApp({ reply: always({ kind: 'private', message: hello }) })
    const { body } = await app.interact(buttonPress('hint:17'))
    expect(body).toMatchObject({ type: 4, data: { flags: 68, content: 'Hello **Ada**.' } })
    expect(app.server.callsOf(/PATCH/)).toEqual([])
  })

  it('opens a form that contains its subject', async () => {
    await using app = await startDiscordApp({ reply: always({ kind: 'form', form }) })
    expect((await app.interact(buttonPress('answer:17'))).body).toMatchObject({
      type: 9,
      data: { custom_id: 'answer:17' },
    })
  })

  it('gets “done” as its reply if there is no other reply', async () => {
    await using app = await startDiscordApp()
    expect((await app.interact(buttonPress('post-now:1'))).body).toMatchObject({ type: 4, data: { content: 'Done.' } })
  })

  it('keeps its server in a direct message, and so does its form', async () => {
    await using app = await startDiscordApp({ reply: always({ kind: 'form', form }) })
    const { body } = await app.interact(buttonPress(`answer:17@${tagged(guild)}`, direct))
    expect(body).toMatchObject({ type: 9, data: { custom_id: `answer:17@${tagged(guild)}` } })
    await app.interact(modalSubmit(`answer:17@${tagged(guild)}`, { text: 'x' }, direct))
    expect(app.heard).toMatchObject([
      {
        kind: 'press',
        action: 'answer:17',
        workspace: { ref: `discord:${guild}` },
        player: { ref: `discord:${guild}:${ada}` },
      },
      { kind: 'submit', action: 'answer:17', workspace: { ref: `discord:${guild}` } },
    ])
    expect(app.heard[0]).not.toHaveProperty('channel')
  })

  it.each([
    ['a server without our mark', `answer:17@${guild}`],
    ['a server with the mark of another one', `answer:17@${lounge}.${tagged(guild).split('.')[1]}`],
    ['a server with an altered mark', `answer:17@${tagged(guild).slice(0, -1)}~`],
  ])('in a direct message that names %s doesn’t act on any server', async (_what, customId) => {
    await using app = await startDiscordApp()
    await app.interact(buttonPress(customId, direct))
    expect(app.heard).toMatchObject([{ kind: 'outside', where: 'direct-message', act: { kind: 'press' } }])
    expect(JSON.stringify(app.heard)).not.toContain(`discord:${guild}`)
  })

  it('counts as one press if its action is on the message twice', async () => {
    await using app = await startDiscordApp()
    await app.interact(buttonPress('answer:17#1'))
    expect(app.heard).toMatchObject([{ action: 'answer:17' }])
  })
})

describe('a submitted form', () => {
  it('becomes a submit with the values that were filled in', async () => {
    await using app = await startDiscordApp()
    await app.interact(modalSubmit('answer:17', { text: 'a <container> & more', note: '' }))
    expect(app.heard).toMatchObject([
      { kind: 'submit', action: 'answer:17', values: { text: 'a <container> & more', note: '' } },
    ])
  })

  it('is also read in the old format, with fields in rows', async () => {
    await using app = await startDiscordApp()
    const row = { type: 1, components: [{ type: 4, custom_id: 'text', value: 'x' }] }
    await app.interact(modalSubmit('answer:17', {}, { data: { custom_id: 'answer:17', components: [row] } }))
    expect(app.heard).toMatchObject([{ values: { text: 'x' } }])
  })

  it('cannot open another form, so it offers one', async () => {
    await using app = await startDiscordApp({ reply: always({ kind: 'form', form }) })
    expect((await app.interact(modalSubmit('answer:17', { text: '' }))).body).toMatchObject({
      type: 4,
      data: { content: 'What is a dyno?', components: [{ components: [{ custom_id: 'answer:17' }] }] },
    })
  })
})
