import { afterAll, beforeAll, expect, it } from 'vitest'
import { ask } from '../kit/people/crowd.ts'
import { wholeApp } from '../kit/product/whole-app.ts'

let app: Awaited<ReturnType<typeof wholeApp>>
let now = Date.now()

beforeAll(async () => {
  app = await wholeApp({ clock: { now: () => new Date(now) } })
})
afterAll(() => app.close())

type Browser = { cookie: string; home: string }

/** Browsers are a minute apart, because page views are limited per address. */
async function aBrowser(): Promise<Browser> {
  now += 60_000
  const response = await fetch(`${app.address}/play`, { redirect: 'manual' })
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
  return { cookie, home: response.headers.get('location') ?? '' }
}

const headersOf = ({ cookie }: Browser): Record<string, string> => ({ cookie, accept: 'application/json' })

async function get(path: string, browser: Browser): Promise<{ status: number; body: string }> {
  const response = await fetch(`${app.address}${path}`, { headers: headersOf(browser) })
  return { status: response.status, body: await response.text() }
}

async function says(browser: Browser, text: string): Promise<number> {
  const response = await fetch(`${app.address}${browser.home}/c/quiz/say`, {
    method: 'POST',
    headers: headersOf(browser),
    body: new URLSearchParams({ text, once: 'once' }),
  })
  return response.status
}

async function rows(): Promise<Record<string, number> | undefined> {
  const counts = ['workspaces', 'players', 'channels', 'sandboxes', 'transcript'].map(
    (table) => `(select count(*)::int from ${table}) as ${table}`,
  )
  const [row] = await ask<Record<string, number>>(app.databaseUrl, `select ${counts.join()}`)
  return row
}

const pages = [
  '',
  '/home',
  '/me',
  '/c/lounge',
  '/c/quiz/complete?words=ask+dy',
  '/c/quiz/complete?words=team+join+',
] as const

it('opening your own sandbox, or another one by its link, stores nothing, no matter how many browsers open it', async () => {
  const ada = await aBrowser()
  expect(await says(ada, '/heroku-quiz me')).toBe(200)
  const before = await rows()
  expect(before).toMatchObject({ workspaces: 1, players: 1, sandboxes: 1 })
  const statuses = new Set<number>()
  for (let number = 1; number <= 100; number++) {
    const browser = await aBrowser()
    const home = number % 2 === 0 ? ada.home : browser.home
    for (const page of pages) statuses.add((await get(`${home}${page}`, browser)).status)
  }
  expect([...statuses]).toEqual([200])
  expect(await rows()).toEqual(before)
}, 60_000)

it('before somebody has done anything, commands are completed, and the Home tab says that there is nothing yet', async () => {
  const bob = await aBrowser()
  const { body } = await get(`${bob.home}/c/quiz/complete?words=ask+`, bob)
  expect(JSON.parse(body)).toMatchObject({
    choices: expect.arrayContaining([expect.objectContaining({ word: 'ask dynos' })]),
  })
  expect((await get(`${bob.home}/home`, bob)).body).toContain('Nothing to show yet.')
  await says(bob, '/heroku-quiz team create Core')
  expect((await get(`${bob.home}/home`, bob)).body).not.toContain('Nothing to show yet.')
  expect((await get(`${bob.home}/c/quiz/complete?words=team+join+`, bob)).body).toContain('team join Core')
})
