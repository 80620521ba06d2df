import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signLink } from '../../src/adapters/web/link-token.ts'
import { secrets, wholeApp } from '../kit/product/whole-app.ts'
import { slashCommand } from '../kit/slack/slack-payloads.ts'
import { slackSends } from '../kit/slack/slack-request.ts'

let app: Awaited<ReturnType<typeof wholeApp>>
let ahead = 0
const day = 24 * 60 * 60 * 1000
const now = (): Date => new Date(Date.now() + ahead)

beforeAll(async () => {
  app = await wholeApp({ clock: { now } })
  // Two workspaces have a player each, so ids 1 and 2 exist.
  for (const team_id of ['T1', 'T2']) {
    await fetchText('/slack/events', slackSends.command(slashCommand('me', { team_id })))
  }
})
afterAll(() => app.close())

async function fetchText(path: string, request: RequestInit = {}): Promise<[status: number, text: string]> {
  const response = await fetch(app.address + path, { headers: { accept: 'text/html' }, ...request })
  return [response.status, await response.text()]
}

const purposes = [
  { purpose: 'board', page: '', other: 'export', days: 90, unknown: 'This is not a board', again: 'leaderboard' },
  { purpose: 'board', page: '/past', other: 'export', days: 90, unknown: 'This is not a board', again: 'leaderboard' },
  { purpose: 'export', page: '', other: 'board', days: 1, unknown: 'This link doesn’t work', again: 'privacy export' },
  { purpose: 'me', page: '', other: 'export', days: 1, unknown: 'This link doesn’t work', again: 'me' },
] as const

describe.each(purposes)('a link to a $purpose $page', ({ purpose, page, other, days, unknown, again }) => {
  const open = (token: string) => fetchText(`/${purpose}/${token}${page}`)
  const link = (id = 1, generation = 0): string => signLink(secrets.app, purpose, { id, generation }, now())

  it('opens', async () => {
    expect((await open(link(1)))[0]).toBe(200)
    expect((await open(link(2)))[0]).toBe(200)
  })

  // A player's own page can't be reset. Its link expires, and ends with the player.
  it.skipIf(purpose === 'me')('doesn’t open if it is from before a reset', async () => {
    const spent = purpose === 'export' ? link() : link(1, 1)
    const [status, text] = await open(spent)
    expect(status).toBe(410)
    expect(text).toContain(`/heroku-quiz ${again}`)
  })

  it('is refused with a friendly page if any of its characters is changed', async () => {
    const token = link()
    for (let at = 0; at < token.length; at++) {
      const changed = token.slice(0, at) + (token[at] === '2' ? '3' : '2') + token.slice(at + 1)
      const [status, text] = await open(changed)
      expect([changed, status]).toEqual([changed, 404])
      expect(text).toContain(unknown)
      expect(text).toContain(`/heroku-quiz ${again}`)
    }
  })

  it.each<[what: string, token: () => string]>([
    ['the signature of another link', () => `${parts(link(2))[0]}.${parts(link(2))[1]}.${parts(link(1))[2]}`],
    ['a signature for another purpose', () => signLink(secrets.app, other, { id: 1, generation: 0 }, now())],
    [
      'a signature with another secret',
      () => signLink('another secret of the tests, long enough', purpose, { id: 1, generation: 0 }, now()),
    ],
    ['a later last day', () => `1.${Number(parts(link())[1]) + 1}.${parts(link())[2]}`],
    ['no signature', () => parts(link()).slice(0, 2).join('.')],
    ['an empty signature', () => `${parts(link()).slice(0, 2).join('.')}.`],
    ['its end cut off', () => link().slice(0, -1)],
    ['something behind its end', () => `${link()}A`],
    ['a sign before its id', () => `-${link()}`],
    ['a zero before its id', () => `0${link()}`],
    ['an id of nobody', () => link(999_999_999)],
    ['a line break', () => `${link()}%0A`],
    ['a null character', () => `${link()}%00`],
    ['two thousand characters', () => 'a'.repeat(2000)],
  ])('is refused with a friendly page if it has %s', async (_, token) => {
    const [status, text] = await open(token())
    expect(status).toBe(404)
    expect(text).toMatch(/<h1>(This|There)/)
  })

  it('expires', async () => {
    const token = link(1, purpose === 'export' ? 1 : 0)
    ahead = days * day
    expect((await open(token))[0]).toBe(200)
    ahead = (days + 1) * day
    const [status, text] = await open(token)
    ahead = 0
    expect(status).toBe(410)
    expect(text).toContain('This link has expired')
    expect(text).toContain(`/heroku-quiz ${again}`)
  })
})

function parts(token: string): string[] {
  return token.split('.')
}
