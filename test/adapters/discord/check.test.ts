import { describe, expect, it } from 'vitest'
import { checkApp } from '../../../src/adapters/discord/connect/check.ts'
import { inviteLink, ownInstallLink } from '../../../src/adapters/discord/connect/invite.ts'
import { presentApp } from '../../../src/adapters/discord/connect/register.ts'
import { application } from '../../kit/discord/discord-payloads.ts'
import { publicKey } from '../../kit/discord/discord-request.ts'
import { type DiscordServer, startDiscordServer } from '../../kit/discord/discord-server.ts'

const endpoint = 'https://quiz.test/discord/interactions'
const fine = { interactions_endpoint_url: endpoint }

describe('doctor’s check of Discord', () => {
  it.each<[what: string, app: object, transport: 'http' | 'gateway', faults: RegExp[]]>([
    ['nothing', fine, 'http', []],
    ['another public key', { ...fine, verify_key: 'ab'.repeat(32) }, 'http', [/DISCORD_PUBLIC_KEY/]],
    ['another application', { ...fine, id: '1' }, 'http', [/DISCORD_APPLICATION_ID/]],
    ['an address', {}, 'http', [/discord register/]],
    ['the right address', { ...fine, interactions_endpoint_url: 'https://old.test/x' }, 'http', [/old\.test/]],
    ['nothing', {}, 'gateway', []],
    ['an address that should not be', fine, 'gateway', [/keeps Discord from sending anything over the gateway/]],
  ])('finds what is missing: %s', async (_, app, transport, faults) => {
    await using server = await startDiscordServer()
    server.world.commands = [{ name: 'heroku-quiz' }, { name: 'heroku-quiz-admin' }]
    Object.assign(server.world.app, app)
    const found = await ask(server, transport)
    expect(found).toMatchObject({ name: 'Heroku Quiz' })
    expect(found.faults.map((fault) => JSON.stringify(fault))).toEqual(
      faults.map((fault) => expect.stringMatching(fault)),
    )
  })

  it('finds that a command is not registered', async () => {
    await using server = await startDiscordServer()
    server.world.commands = [{ name: 'heroku-quiz' }]
    Object.assign(server.world.app, fine)
    expect((await ask(server, 'http')).faults).toEqual([
      { detail: 'not registered: /heroku-quiz-admin', quiz: 'discord register' },
    ])
  })

  it('finds an invalid token', async () => {
    await using server = await startDiscordServer()
    server.next(/./, { status: 401, body: { code: 0, message: '401: Unauthorized' } })
    await expect(ask(server, 'http')).rejects.toMatchObject({ code: 'gone' })
  })
})

describe('the app’s page at Discord', () => {
  const present = (server: DiscordServer, transport: 'http' | 'gateway') =>
    presentApp({ token: 'x', publicUrl: 'https://quiz.test', transport, apiUrl: server.apiUrl })

  it('gets the app’s address, description and install settings, and then doctor finds nothing missing', async () => {
    await using server = await startDiscordServer()
    server.world.commands = [{ name: 'heroku-quiz' }, { name: 'heroku-quiz-admin' }]
    await present(server, 'http')
    expect(server.world.app).toMatchObject({
      interactions_endpoint_url: endpoint,
      event_webhooks_url: 'https://quiz.test/discord/events',
      event_webhooks_types: ['APPLICATION_AUTHORIZED'],
      description: expect.stringContaining('Heroku'),
      integration_types_config: {
        0: { oauth2_install_params: { scopes: ['applications.commands', 'bot'], permissions: '274878024704' } },
        1: { oauth2_install_params: { scopes: ['applications.commands'], permissions: '0' } },
      },
    })
    expect((await ask(server, 'http')).faults).toEqual([])
  })

  it('keeps a description that somebody wrote, and gets no address with the gateway', async () => {
    await using server = await startDiscordServer()
    Object.assign(server.world.app, { description: 'Ours', tags: ['own'] })
    await present(server, 'gateway')
    expect(server.world.app).toMatchObject({ description: 'Ours', tags: ['own'], interactions_endpoint_url: null })
  })
})

it('the invitation asks for the bot, its command and six permissions', () => {
  expect(inviteLink(application)).toBe(
    `https://discord.com/oauth2/authorize?client_id=${application}&scope=bot+applications.commands&permissions=274878024704&integration_type=0`,
  )
})

it('the link for people installs only the command, for themselves', () => {
  expect(ownInstallLink(application)).toBe(
    `https://discord.com/oauth2/authorize?client_id=${application}&scope=applications.commands&integration_type=1`,
  )
})

function ask(server: DiscordServer, transport: 'http' | 'gateway'): ReturnType<typeof checkApp> {
  const settings = { publicKey, applicationId: application, token: 'x', publicUrl: 'https://quiz.test' }
  return checkApp({ ...settings, transport, apiUrl: server.apiUrl })
}
