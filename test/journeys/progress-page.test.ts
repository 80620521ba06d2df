import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { chose, grace } from '../kit/discord/discord-payloads.ts'
import { discordPerson, slackPerson } from '../kit/people/chat-people.ts'
import { wholeApp } from '../kit/product/whole-app.ts'

let app: Awaited<ReturnType<typeof wholeApp>>
let ahead = 0
const day = 24 * 60 * 60_000

beforeAll(async () => {
  app = await wholeApp({ clock: { now: () => new Date(Date.now() + ahead) } })
})
afterAll(() => app.close())

const access = () => ({ address: app.address, now: () => new Date(Date.now() + ahead), shown: [] as string[] })

async function open(link: string | undefined): Promise<{ status: number; text: string; headers: Headers }> {
  const response = await fetch(app.address + new URL(link ?? '').pathname, { headers: { accept: 'text/html' } })
  return { status: response.status, text: await response.text(), headers: response.headers }
}

function linkIn(shown: unknown): string | undefined {
  return /https:\/\/quiz\.test\/me\/[\w.-]+/.exec(JSON.stringify(shown))?.[0]
}

describe('the link to a player’s own progress page', () => {
  it('is in `me` on Slack, and opens a page that is not cached, indexed or sent as a referrer', async () => {
    const where = access()
    const bea = slackPerson(where, app.slack, 'U2', 'bea')
    await bea.types('me')
    const page = await open(linkIn(where.shown.at(-1)))
    expect(page.status).toBe(200)
    expect(page.text).toContain('Your progress')
    expect(page.text).not.toContain('bea')
    expect(Object.fromEntries(page.headers)).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow, noarchive',
    })
    expect(await (await fetch(`${app.address}/robots.txt`)).text()).toContain('Disallow: /me/')
  })

  it('is in `me` on Discord, where a goal can be set by a command or in a form', async () => {
    const where = access()
    const gus = discordPerson(where, app.discord, grace, 'gus')
    await gus.types('me')
    const link = linkIn(where.shown.at(-1))
    expect((await open(link)).text).toContain('sets a goal of three days a week')
    expect(await gus.types('goal', { days: '9' })).toContain('A week has 7 days, and 9 is more. For example: ')
    expect(await gus.types('goal', { days: '4' })).toContain('Your goal: 4 days a week')
    const { answer } = await gus.presses('goal:0')
    expect(answer).toMatchObject({ type: 9, data: { custom_id: 'goal:0', title: 'Your goal' } })
    const { token } = await gus.sends('goal:0', { days: chose.option('2') })
    await vi.waitFor(() => expect(gus.reads(token)).toContain('Your goal: 2 days a week'))
    expect((await open(link)).text).toContain('0 of 2 days this week')
  })

  it('works for one day', async () => {
    const where = access()
    const bea = slackPerson(where, app.slack, 'U2', 'bea')
    await bea.types('me')
    const link = linkIn(where.shown.at(-1))
    ahead = day
    expect((await open(link)).status).toBe(200)
    ahead = 2 * day
    const late = await open(link)
    expect([late.status, late.text.includes('/heroku-quiz me')]).toEqual([410, true])
    ahead = 0
  })

  it('stops working immediately when its player asks to be forgotten, even if they come back', async () => {
    const where = access()
    const gus = discordPerson(where, app.discord, grace, 'gus')
    await gus.types('me')
    const link = linkIn(where.shown.at(-1))
    const { token } = await gus.presses('privacy-forget:0')
    await vi.waitFor(() => expect(gus.reads(token)).toContain('I’ve forgotten you'))
    expect((await open(link)).status).toBe(404)
    await gus.types('me')
    expect(linkIn(where.shown.at(-1))).not.toBe(link)
    expect((await open(link)).status).toBe(404)
    expect((await open(linkIn(where.shown.at(-1)))).text).toContain('sets a goal of three days a week')
  })
})
