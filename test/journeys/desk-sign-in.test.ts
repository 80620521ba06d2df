import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signLink } from '../../src/adapters/web/link-token.ts'
import { ada, adminPermissions, grace, guild } from '../kit/discord/discord-payloads.ts'
import { discordPerson } from '../kit/people/chat-people.ts'
import { deskPerson } from '../kit/people/desk-person.ts'
import { httpGuest } from '../kit/people/http-guest.ts'
import { askForLink, inSlack, linksIn } from '../kit/product/at-the-desk.ts'
import { secrets, wholeApp } from '../kit/product/whole-app.ts'

let app: Awaited<ReturnType<typeof wholeApp>>
let ahead = 0
const minute = 60_000
const clock = { now: () => new Date(Date.now() + ahead) }
const shown: string[] = []

beforeAll(async () => {
  app = await wholeApp({ clock })
  app.discord.world.members = [{ user: { id: ada }, roles: ['77'] }]
  app.discord.world.roles = [
    { id: guild, permissions: '1024' },
    { id: '77', permissions: adminPermissions },
  ]
})
afterAll(() => app.close())

const inDiscord = (id: string, permissions?: string) =>
  discordPerson({ address: app.address, now: clock.now, shown }, app.discord, id, 'zoe', permissions)

const newest = (...held: unknown[]): string => linksIn(...held).at(-1) ?? ''
const slackLink = (id?: string) => askForLink(app, id)

describe('the link to the desk', () => {
  it('is for admins, and opening it does not use it up', async () => {
    expect(await inSlack(app, 'U2').types('desk')).toContain('Only admins')
    const url = await slackLink()
    const browser = deskPerson(app.address)
    for (let preview = 0; preview < 3; preview++) {
      const seen = await deskPerson(app.address).follows(url, 'looks')
      expect([seen.status, seen.text]).toEqual([200, expect.stringContaining('Open the desk')])
      expect(seen.headers.getSetCookie()).toEqual([])
    }
    const head = await fetch(app.address + new URL(url).pathname, { method: 'HEAD' })
    expect(head.status).toBe(200)
    const home = await browser.follows(url)
    expect([home.status, home.path]).toEqual([200, '/desk'])
    expect(home.text).toContain('Signed in as name-of-u1')
    expect(home.headers.get('cache-control')).toBe('no-store')
  })

  it.each<[to: string, path: string]>([
    ['/desk/imports/7', '/desk/imports/7'],
    ['//evil.test/desk', '/desk'],
    ['https://evil.test/desk', '/desk'],
    ['/desk/../play', '/desk'],
    ['/desk/%2F%2Fevil.test', '/desk'],
    ['/deskevil', '/desk'],
  ])('leads to a page of the desk, and nowhere else: %s', async (to, path) => {
    expect((await deskPerson(app.address).follows(`${await slackLink()}?to=${to}`)).path).toBe(path)
  })

  it('works once, even if two people press the button at the same moment', async () => {
    const url = await slackLink()
    const people = [deskPerson(app.address), deskPerson(app.address), deskPerson(app.address)]
    const seen = await Promise.all(people.map((one) => one.follows(url)))
    expect(seen.map(({ status }) => status).toSorted()).toEqual([200, 410, 410])
    const late = await deskPerson(app.address).follows(url)
    expect(late.text).toContain('This link has already been used')
    expect(late.text).toContain('/heroku-quiz desk')
  })

  it('works for 15 minutes', async () => {
    const url = await slackLink()
    ahead += 16 * minute
    const late = await deskPerson(app.address).follows(url)
    ahead -= 16 * minute
    expect([late.status, late.text]).toEqual([410, expect.stringContaining('/heroku-quiz desk')])
  })

  it.each<[what: string, token: () => string]>([
    ['for another purpose', () => signLink(secrets.app, 'board', { id: 1, generation: 0 }, clock.now())],
    ['with another secret', () => signLink('x'.repeat(32), 'desk', { id: 1, generation: 0 }, clock.now())],
    ['of nobody', () => 'nothing'],
  ])('%s doesn’t sign anybody in', async (_, token) => {
    const seen = await deskPerson(app.address).follows(`https://quiz.test/desk/open/${token()}`)
    expect([seen.status, seen.text]).toEqual([404, expect.stringContaining('This link doesn’t work')])
  })

  it('can’t sign anybody in from another site', async () => {
    const { pathname } = new URL(await slackLink())
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.test' }]) {
      const answer = await fetch(app.address + pathname, { method: 'POST', headers, redirect: 'manual' })
      expect([answer.status, answer.headers.getSetCookie()]).toEqual([403, []])
    }
  })

  it('works the same way from Discord and from a sandbox of the playground', async () => {
    expect(await inDiscord(grace).types('desk')).toContain('Only admins')
    const said = await inDiscord(ada, adminPermissions).types('desk')
    expect(said).toContain('works once, within 15 minutes')
    expect((await deskPerson(app.address).follows(newest(shown))).text).toContain('Signed in as zoe')

    const owner = await httpGuest(app.address)
    await owner.says('/heroku-quiz desk')
    const url = newest(await owner.reads())
    expect((await deskPerson(app.address).follows(url)).text).toContain('Desk Playground')
    const friend = await httpGuest(app.address, owner.path)
    await friend.says('/heroku-quiz desk')
    expect(newest(await friend.reads())).toBe('')
  })
})

describe('a session', () => {
  it('ends after twelve hours, or by signing out here or everywhere', async () => {
    const [first, second, third] = [deskPerson(app.address), deskPerson(app.address), deskPerson(app.address)]
    await first.follows(await slackLink())
    await second.follows(await slackLink())
    await third.follows(await slackLink())
    const waiting = await slackLink()
    expect((await first.sends('/desk/sign-out', { where: 'here' })).text).toContain('You’re signed out')
    expect((await first.opens('/desk')).status).toBe(401)
    expect((await second.opens('/desk')).status).toBe(200)

    ahead += 12 * 60 * minute + 1
    expect((await second.opens('/desk')).text).toContain('You’re not signed in')
    ahead -= 12 * 60 * minute + 1

    await third.opens('/desk')
    expect((await third.sends('/desk/sign-out', { where: 'everywhere' })).text).toContain('signed out everywhere')
    expect((await deskPerson(app.address).follows(waiting)).status).toBe(410)
  })

  it('ends at the next click of somebody who is no longer an admin', async () => {
    const browser = deskPerson(app.address)
    await browser.follows(await slackLink('U9'))
    app.slack.world.admins.delete('U9')
    ahead += minute + 1
    const seen = await browser.opens('/desk')
    expect([seen.status, seen.text]).toEqual([403, expect.stringContaining('The desk is for admins')])
    app.slack.world.admins.add('U9')
    expect((await browser.opens('/desk')).status).toBe(401)
    ahead -= minute + 1
  })

  it('can’t change anything while the chat doesn’t respond to the check for admins', async () => {
    const browser = deskPerson(app.address)
    await browser.follows(await slackLink())
    ahead += minute + 1
    app.slack.next('users.info', ...Array.from({ length: 4 }, () => ({ status: 500 })))
    expect((await browser.opens('/desk')).status).toBe(200)
    const seen = await browser.sends('/desk/sign-out', { where: 'everywhere' })
    expect([seen.status, seen.text]).toEqual([503, expect.stringContaining('Nothing was changed')])
    app.slack.calm()
    ahead -= minute + 1
  })

  it('is needed for every page, and every form needs a page of that session', async () => {
    const [stranger, one, other] = [deskPerson(app.address), deskPerson(app.address), deskPerson(app.address)]
    expect((await stranger.opens('/desk')).status).toBe(401)
    expect((await stranger.sends('/desk/sign-out')).status).toBe(401)
    await one.follows(await slackLink())
    await other.follows(await slackLink())
    const theirs = /name="token" value="([^"]+)"/.exec((await other.opens('/desk')).html)?.[1] ?? ''
    for (const [fields, headers] of [
      [{ token: '' }, {}],
      [{ token: theirs }, {}],
      [{}, { 'sec-fetch-site': 'cross-site' }],
      [{}, { origin: 'https://evil.test' }],
    ] as const) {
      expect((await one.sends('/desk/sign-out', fields, headers)).status).toBe(403)
    }
    expect((await one.opens('/desk')).status).toBe(200)
  })

  it('is in the list of changes', async () => {
    const browser = deskPerson(app.address)
    await browser.follows(await slackLink())
    const { text } = await browser.opens('/desk/changes')
    expect(text).toContain('name-of-u1 opened the desk')
    expect(text).toContain('name-of-u1 signed out everywhere')
    expect(text).not.toContain('zoe')
  })

  it('limits requests to a rate that a person could reach', async () => {
    const browser = deskPerson(app.address)
    await browser.follows(await slackLink())
    const seen = await Promise.all(Array.from({ length: 80 }, () => browser.opens('/desk/changes')))
    expect(seen.filter(({ status }) => status === 429).length).toBeGreaterThan(0)
    expect(seen.every(({ status }) => status === 200 || status === 429)).toBe(true)
  })
})
