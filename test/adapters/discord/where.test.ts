import { describe, expect, it } from 'vitest'
import { startDiscordApp, tagged } from '../../kit/discord/discord-app.ts'
import {
  ada,
  adminPermissions,
  buttonPress,
  by,
  direct,
  guild,
  halfTyped,
  type Interaction,
  lounge,
  messageMenu,
  modalSubmit,
  slashCommand,
} from '../../kit/discord/discord-payloads.ts'

/** Ada installed the app for herself, but the server didn't add it. */
const own = { authorizing_integration_owners: { '1': ada } }
/** A group of people without the bot. */
const group = { ...direct, context: 2, ...own }

async function heardOf(interaction: Interaction) {
  await using app = await startDiscordApp({ reply: () => ({ kind: 'choices', choices: [] }) })
  await app.interact(interaction)
  expect(app.server.calls).toEqual([])
  return app.heard
}

describe('an interaction belongs to the server', () => {
  it.each<[what: string, owners: object]>([
    ['it installed the app', { '0': guild }],
    ['it did, and the person did too', { '0': guild, '1': ada }],
    ['Discord does not say who did', {}],
  ])('if %s', async (_, owners) => {
    const app = await startDiscordApp()
    await app.interact(slashCommand('me', {}, { authorizing_integration_owners: owners }))
    expect(app.heard).toMatchObject([{ kind: 'command', workspace: { ref: `discord:${guild}` } }])
    await app[Symbol.asyncDispose]()
  })
})

describe('an interaction belongs to no server', () => {
  const admin = by(ada, { permissions: adminPermissions })

  it.each<[what: string, where: string, interaction: Interaction]>([
    ['where only its sender has the app', 'foreign-server', slashCommand('me', {}, own)],
    ['not even for who may manage that server', 'foreign-server', slashCommand('settings', {}, { ...admin, ...own })],
    [
      'where another server allowed it',
      'foreign-server',
      slashCommand('me', {}, { authorizing_integration_owners: { '0': lounge } }),
    ],
    ['below a reply there', 'foreign-server', buttonPress('practice:one', own)],
    ['in a form there', 'foreign-server', modalSubmit('practice:one', { text: 'x' }, own)],
    ['while a word is typed there', 'foreign-server', halfTyped('team join', { name: 'n' }, 'name', own)],
    [
      'on a button of another server’s direct message',
      'foreign-server',
      buttonPress(`answer:17@${tagged(guild)}`, own),
    ],
    ['in a group', 'group', slashCommand('me', {}, group)],
    ['on such a button in a group', 'group', buttonPress(`answer:17@${tagged(guild)}`, group)],
    ['alone with the bot', 'direct-message', slashCommand('me', {}, { ...direct, context: 1 })],
    [
      'nor if the person shares a server with the bot',
      'direct-message',
      slashCommand('me', {}, { ...direct, context: 1, authorizing_integration_owners: { '0': '0' } }),
    ],
    [
      'also when Discord sends a number for it',
      'direct-message',
      slashCommand('me', {}, { ...direct, context: 1, authorizing_integration_owners: { '0': 0 } }),
    ],
  ])('%s', async (_, where, interaction) => {
    const [event, ...more] = await heardOf(interaction)
    expect(more).toEqual([])
    expect(event).toMatchObject({ kind: 'outside', where, person: `discord:outside:${ada}` })
    expect(JSON.stringify(event)).not.toContain(`"discord:${guild}`)
  })
})

it('a reply outside of servers is seen by one person, and its buttons name no server', async () => {
  const buttons = [{ action: 'practice:one', label: 'Answer', look: 'primary' as const }]
  await using app = await startDiscordApp({
    reply: () => ({ kind: 'private', message: { summary: 'x', blocks: [{ kind: 'buttons', buttons }] } }),
  })
  const { body } = await app.interact(slashCommand('practice', {}, own))
  expect(body).toMatchObject({
    type: 4,
    data: { flags: 68, components: [{ components: [{ custom_id: 'practice:one' }] }] },
  })
})

it('the message menu can suggest a question only to a server that has the app', async () => {
  const [event] = await heardOf(messageMenu('What is a dyno?', own))
  expect(event).toMatchObject({ kind: 'outside', act: { kind: 'command', words: 'suggest What is a dyno?' } })
})
