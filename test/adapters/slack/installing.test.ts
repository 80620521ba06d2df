import { describe, expect, it } from 'vitest'
import { createSeal } from '../../../src/adapters/slack/connect/seal.ts'
import type { Installations } from '../../../src/ports/installations.ts'
import { corrupt } from '../../abuse/mutate.ts'
import { seeded } from '../../kit/services/seeded.ts'
import { type SlackApp, startSlackApp } from '../../kit/slack/slack-app.ts'
import { allowsInstall, beginsInstall, installationTable } from '../../kit/slack/slack-install.ts'
import { eventCallback, slashCommand } from '../../kit/slack/slack-payloads.ts'
import { slackSends } from '../../kit/slack/slack-request.ts'

const hello = { summary: 'Hello', blocks: [] }
const secret = 'a'.repeat(64)

describe('installing the app in a workspace', () => {
  it('sends people to Slack, each with a separate state', async () => {
    await using app = await startManyWorkspaces()
    const { location, cookie } = await beginsInstall(app.url)
    expect(location.origin + location.pathname).toBe('https://slack.com/oauth/v2/authorize')
    expect(location.searchParams.get('redirect_uri')).toBe('https://quiz.example.com/slack/oauth_redirect')
    expect(location.searchParams.get('scope')?.split(',')).toContain('chat:write')
    expect(cookie).toMatch(/; Secure; HttpOnly/)
  })

  it('stores the token encrypted, and uses it', async () => {
    const rows = new Map<string, string>()
    await using app = await startManyWorkspaces(rows)
    const { status } = await finish(app, { code: 'good-code' })
    expect(status).toBe(200)
    expect([...rows.keys()]).toEqual(['slack:T1'])
    expect(rows.get('slack:T1')).not.toContain('xoxb')
    await app.slack.chat.post('slack:T1:C1', hello, 'round-1')
    expect(app.server.calls.at(-1)).toMatchObject({ method: 'chat.postMessage', token: 'xoxb-granted' })
  })

  it.each([
    ['somebody changed their mind', { error: 'access_denied' }, 400],
    ['the code is missing', {}, 400],
    ['the code is old', { code: 'bad-code' }, 400],
    ['the state is another person’s', { code: 'good-code', state: 'another' }, 400],
    ['the state is missing', { code: 'good-code', state: undefined }, 400],
  ])('shows a friendly page and stores nothing if %s', async (_, query, status) => {
    const rows = new Map<string, string>()
    await using app = await startManyWorkspaces(rows)
    const answer = await finish(app, query)
    expect(answer.status).toBe(status)
    expect(await answer.text()).toContain('href="/slack/install"')
    expect(rows.size).toBe(0)
  })

  it('is refused without the browser’s cookie, because somebody else may have started it', async () => {
    await using app = await startManyWorkspaces()
    const { location } = await beginsInstall(app.url)
    const state = location.searchParams.get('state') ?? ''
    const answer = await fetch(`${app.url}/slack/oauth_redirect?code=good-code&state=${state}`)
    expect(answer.status).toBe(400)
  })

  it('refuses 300 redirects from Slack that were changed on the way, without an error', async () => {
    const rows = new Map<string, string>()
    await using app = await startManyWorkspaces(rows)
    const chance = seeded(4)
    const { location, cookie } = await beginsInstall(app.url)
    const state = location.searchParams.get('state') ?? ''
    const statuses = new Set<number>()
    for (let each = 0; each < 300; each++) {
      const changed = corrupt(state, chance)
      if (changed === state) continue
      const query = new URLSearchParams({ code: 'good-code', state: changed })
      const headers = { cookie: chance.next() < 0.5 ? cookie : encodeURI(corrupt(cookie, chance)) }
      const path = chance.next() < 0.1 ? corrupt('/slack/install', chance) : `/slack/oauth_redirect?${query}`
      const answer = await fetch(new URL(encodeURI(path), app.url), { headers, redirect: 'manual' })
      statuses.add(answer.status)
    }
    expect([...statuses].filter((status) => status >= 500)).toEqual([])
    expect(statuses).toContain(400)
    expect(rows.size).toBe(0)
  })

  it('shows an error if Slack is down', async () => {
    await using app = await startManyWorkspaces()
    app.server.next('oauth.v2.access', { status: 503 })
    expect((await finish(app, { code: 'good-code' })).status).toBe(502)
  })

  it('responds only to a browser that reads its pages', async () => {
    await using app = await startManyWorkspaces()
    expect((await fetch(`${app.url}/slack/install`, { method: 'HEAD' })).status).toBe(404)
  })

  it('has no install pages if the app is set up with the token of a single workspace', async () => {
    await using app = await startSlackApp()
    expect((await fetch(`${app.url}/slack/install`)).status).toBe(404)
  })
})

describe('an installation', () => {
  it('is not looked up for an acknowledgment, which works even if the database is down', async () => {
    const broken: Installations = {
      find: () => Promise.reject(new Error('away')),
      save: () => Promise.reject(new Error('away')),
      reseal: () => Promise.reject(new Error('away')),
      grantedAt: () => Promise.reject(new Error('away')),
      ofOrganization: () => Promise.reject(new Error('away')),
      remove: () => Promise.reject(new Error('away')),
    }
    await using app = await startManyWorkspaces(broken)
    expect((await app.send(slackSends.command(slashCommand('me')))).status).toBe(200)
    await expect(app.slack.chat.post('slack:T1:C1', hello, 'a')).rejects.toMatchObject({ code: 'unavailable' })
  })

  it('counts as removed if it is not stored', async () => {
    await using app = await startManyWorkspaces()
    await expect(app.slack.chat.post('slack:T9:C1', hello, 'a')).rejects.toMatchObject({ code: 'gone' })
  })

  it.each([
    ['app_uninstalled', { type: 'app_uninstalled' }],
    ['tokens_revoked', { type: 'tokens_revoked', tokens: { bot: ['UBOT'] } }],
  ])('is deleted after %s', async (_, event) => {
    const rows = new Map<string, string>()
    await using app = await startManyWorkspaces(rows)
    await finish(app, { code: 'good-code' })
    expect((await app.send(slackSends.event(eventCallback(event)))).status).toBe(200)
    expect(app.heard).toMatchObject([{ kind: 'met' }, { kind: 'removed', workspace: 'slack:T1' }])
    expect(rows.size).toBe(0)
  })

  it('is reported again by Slack if it could not be deleted', async () => {
    const rows = new Map<string, string>()
    const table = installationTable(rows)
    let away = true
    const remove = (owner: string) => (away ? Promise.reject(new Error('away')) : table.remove(owner))
    await using app = await startManyWorkspaces({ ...table, remove })
    await finish(app, { code: 'good-code' })
    const event = eventCallback({ type: 'app_uninstalled' })
    expect((await app.send(slackSends.event(event))).status).toBe(503)
    away = false
    expect((await app.send(slackSends.event(event))).status).toBe(200)
    expect(rows.size).toBe(0)
  })

  it('survives an uninstall event that arrives after the reinstall', async () => {
    const rows = new Map<string, string>()
    await using app = await startManyWorkspaces(rows)
    await finish(app, { code: 'good-code' })
    const old = { event_time: Math.floor(Date.now() / 1000) - 60 }
    const event = { ...eventCallback({ type: 'app_uninstalled' }), ...old }
    expect((await app.send(slackSends.event(event))).status).toBe(200)
    expect(app.heard.map(({ kind }) => kind)).toEqual(['met'])
    expect(rows.size).toBe(1)
  })

  it('for a whole organization is removed in all of its workspaces', async () => {
    const rows = new Map<string, string>()
    await using app = await startManyWorkspaces(rows)
    const organization = { team: null, enterprise: { id: 'E1' }, is_enterprise_install: true }
    app.server.world.granted = { ...organization, access_token: 'xoxb-organization' }
    await finish(app, { code: 'good-code' })
    for (const team_id of ['T5', 'T6']) {
      const fields = { enterprise_id: 'E1', is_enterprise_install: 'true', team_id }
      await app.send(slackSends.command(slashCommand('me', fields)))
    }
    await expect.poll(() => rows.size).toBe(3)
    app.heard.length = 0
    const event = { ...eventCallback({ type: 'app_uninstalled' }), team_id: null, enterprise_id: 'E1' }
    const authorizations = [{ team_id: null, enterprise_id: 'E1', user_id: 'UBOT', is_enterprise_install: true }]
    expect((await app.send(slackSends.event({ ...event, authorizations }))).status).toBe(200)
    const gone = app.heard.map((heard) => heard.kind === 'removed' && heard.workspace)
    expect(gone.toSorted()).toEqual(['slack:E1', 'slack:T5', 'slack:T6'])
    expect(rows.size).toBe(0)
  })

  it('for a whole organization serves each of its workspaces after the first event from it', async () => {
    await using app = await startManyWorkspaces()
    const organisation = { team: null, enterprise: { id: 'E1' }, is_enterprise_install: true }
    app.server.world.granted = { ...organisation, access_token: 'xoxb-organisation' }
    await finish(app, { code: 'good-code' })
    const fields = { enterprise_id: 'E1', is_enterprise_install: 'true', team_id: 'T5' }
    await app.send(slackSends.command(slashCommand('me', fields)))
    await expect.poll(async () => app.slack.chat.post('slack:T5:C1', hello, 'a').catch(() => undefined)).toBeDefined()
    expect(app.server.calls.at(-1)).toMatchObject({ method: 'chat.postMessage', token: 'xoxb-organisation' })
  })
})

describe('a new secret', () => {
  const newSecret = 'b'.repeat(64)

  it('encrypts every token that is used while the earlier secret is still listed', async () => {
    const rows = new Map<string, string>()
    {
      await using app = await startManyWorkspaces(rows)
      await finish(app, { code: 'good-code' })
    }
    const before = rows.get('slack:T1')
    {
      await using app = await startManyWorkspaces(rows, [newSecret, secret])
      await app.slack.chat.post('slack:T1:C1', hello, 'round-1')
      expect(app.server.calls.at(-1)).toMatchObject({ method: 'chat.postMessage', token: 'xoxb-granted' })
    }
    expect(rows.get('slack:T1')).not.toBe(before)
    await using app = await startManyWorkspaces(rows, [newSecret])
    await app.slack.chat.post('slack:T1:C1', hello, 'round-2')
    expect(app.server.calls.at(-1)).toMatchObject({ method: 'chat.postMessage', token: 'xoxb-granted' })
  })

  it('can’t open what an earlier secret encrypted: if that is no longer listed, the workspace has to install again', async () => {
    const rows = new Map<string, string>()
    {
      await using app = await startManyWorkspaces(rows)
      await finish(app, { code: 'good-code' })
    }
    await using app = await startManyWorkspaces(rows, [newSecret])
    await expect(app.slack.chat.post('slack:T1:C1', hello, 'round-1')).rejects.toThrow()
    await finish(app, { code: 'good-code' })
    await app.slack.chat.post('slack:T1:C1', hello, 'round-1')
    expect(app.server.calls.at(-1)).toMatchObject({ method: 'chat.postMessage', token: 'xoxb-granted' })
  })

  it('doesn’t bring back a workspace that removed the app in the meantime', async () => {
    const rows = new Map<string, string>()
    {
      await using app = await startManyWorkspaces(rows)
      await finish(app, { code: 'good-code' })
    }
    const table = installationTable(rows)
    let looked = 0
    await using app = await startManyWorkspaces(
      {
        ...table,
        async find(owner) {
          const found = await table.find(owner)
          looked += 1
          if (looked === 1) rows.clear()
          return found
        },
      },
      [newSecret, secret],
    )
    await app.slack.chat.post('slack:T1:C1', hello, 'round-1').catch(() => {})
    expect(rows.size).toBe(0)
  })
})

describe('a seal', () => {
  it('decrypts what it encrypted, which is different each time', () => {
    const seal = createSeal([secret])
    const [one, two] = [seal.close('xoxb-1', 'slack:T1'), seal.close('xoxb-1', 'slack:T1')]
    expect(one).not.toBe(two)
    expect(seal.open(one, 'slack:T1')).toBe('xoxb-1')
  })

  it('decrypts with an earlier secret, and encrypts with the new one', () => {
    const old = createSeal([secret]).close('xoxb-1', 'slack:T1')
    const both = createSeal(['b'.repeat(64), secret])
    expect(both.open(old, 'slack:T1')).toBe('xoxb-1')
    const again = both.close('xoxb-1', 'slack:T1')
    expect(createSeal(['b'.repeat(64)]).open(again, 'slack:T1')).toBe('xoxb-1')
  })

  it.each<[string, (sealed: string) => string, string]>([
    ['in another row', (sealed) => sealed, 'slack:T2'],
    ['with a bit changed', (sealed) => sealed.slice(0, -2) + (sealed.endsWith('A') ? 'BB' : 'AA'), 'slack:T1'],
    ['cut short', (sealed) => sealed.slice(0, 20), 'slack:T1'],
    ['of another version', (sealed) => `2${sealed.slice(1)}`, 'slack:T1'],
  ])('does not open %s', (_, change, about) => {
    const seal = createSeal([secret])
    expect(() => seal.open(change(seal.close('xoxb-1', 'slack:T1')), about)).toThrow()
  })

  it('detects which values have to be encrypted again', () => {
    const [old, today] = [createSeal([secret]), createSeal(['b'.repeat(64), secret])]
    expect(today.isCurrent(old.close('xoxb-1', 'slack:T1'))).toBe(false)
    expect(today.isCurrent(today.close('xoxb-1', 'slack:T1'))).toBe(true)
  })

  it('names the setting if its secret is unknown', () => {
    const sealed = createSeal([secret]).close('xoxb-1', 'slack:T1')
    expect(() => createSeal(['c'.repeat(64)]).open(sealed, 'slack:T1')).toThrow(/APP_SECRET/)
  })
})

function startManyWorkspaces(
  table: Installations | Map<string, string> = new Map(),
  secrets: [string, ...string[]] = [secret],
): Promise<SlackApp> {
  return startSlackApp({
    oauth: { clientId: '1.2', clientSecret: 'shh' },
    publicUrl: 'https://quiz.example.com',
    installations: table instanceof Map ? installationTable(table) : table,
    secrets,
  })
}

async function finish(app: SlackApp, query: Record<string, string | undefined>): Promise<Response> {
  return allowsInstall(app.url, query)
}
