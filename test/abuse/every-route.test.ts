import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signed as signedByDiscord } from '../kit/discord/discord-request.ts'
import type { Route } from '../kit/product/routes-of.ts'
import { wholeApp } from '../kit/product/whole-app.ts'
import { signed as signedBySlack } from '../kit/slack/slack-request.ts'
import { type Answer, internalDetails, reach } from './internal-details.ts'
import { tooLong } from './longest-turn.ts'

/** Requests are an hour apart, so that rate limits don't apply. */
let hours = 0
let app: Awaited<ReturnType<typeof wholeApp>>
let victim: { cookie: string; sandbox: string }
let stranger: { cookie: string; sandbox: string }

beforeAll(async () => {
  app = await wholeApp({ clock: { now: () => new Date(Date.now() + hours * 3_600_000) }, settings: oauth })
  victim = await aVisitor()
  stranger = await aVisitor()
  const said = { text: '/heroku-quiz me', once: 'first' }
  const headers = { cookie: victim.cookie, accept: 'application/json' }
  await ask(`${victim.sandbox}/c/quiz/say`, { method: 'POST', headers, body: new URLSearchParams(said) })
})
afterAll(() => app.close())

/** These settings add the pages of an installation. */
const oauth = {
  SLACK_BOT_TOKEN: undefined,
  SLACK_CLIENT_ID: '1.2',
  SLACK_CLIENT_SECRET: 'a secret of the tests',
  PUBLIC_URL: 'https://quiz.test',
  METRICS_TOKEN: 'a token of the tests',
}

async function aVisitor(): Promise<{ cookie: string; sandbox: string }> {
  const { headers } = await fetch(`${app.address}/play`, { redirect: 'manual' })
  return { cookie: headers.getSetCookie()[0]?.split(';')[0] ?? '', sandbox: headers.get('location') ?? '' }
}

/** Sends a request an hour after the previous one. */
function ask(path: string, request: RequestInit): Promise<Answer> {
  hours += 1
  return reach(app.address, path, request)
}

/** Fills the parameters of a path with the victim's values or with values that were never given out. */
function addressOf(path: string): string {
  const [, , sandbox = ''] = victim.sandbox.split('/')
  return path
    .replace(':sandbox', sandbox)
    .replace(':channel', 'quiz')
    .replace(':hash.png', `${'0'.repeat(64)}.png`)
    .replaceAll(/:\w+/g, '1.2.abc')
}

const mebibyte = 1_048_576
const long = 'x'.repeat(40_000)
const deep = '['.repeat(200_000)
const fields = Array.from({ length: 130_000 }, (_, number) => `k${number}=`)
  .join('&')
  .slice(0, mebibyte - 1)
const json = { 'content-type': 'application/json' }
const form = { 'content-type': 'application/x-www-form-urlencoded' }

type Case = readonly [what: string, path: string, request: RequestInit]

function casesOf({ method, path }: Route): Case[] {
  const at = addressOf(path)
  const page = { accept: 'text/html' }
  const plain: Case[] = [
    ['without a cookie', at, { method }],
    ['as a page', at, { method, headers: page }],
    ['with the cookie of a stranger', at, { method, headers: { cookie: stranger.cookie } }],
    [
      'with a forged cookie',
      at,
      { method, headers: { cookie: `${stranger.cookie}x; desk=${long.slice(0, 4_000)}; a` } },
    ],
    ['with a query of 12,000 letters', `${at}?${long.slice(0, 12_000)}=${'%F0%9F%98%80'.repeat(20)}`, { method }],
    ['with a query of 40,000 letters', `${at}?q=${long}`, { method }],
    ['with a query that cannot be decoded', `${at}?words=%E0%A4%A&after=%`, { method, headers: page }],
    ['with an address that cannot be decoded', `${at}/%E0%A4%A`, { method }],
  ]
  const wrong = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].filter(
    (one) => !app.routes.some((route) => route.path === path && route.method === one),
  )
  const others = wrong.map((one): Case => [`by ${one}`, at, { method: one, headers: { cookie: stranger.cookie } }])
  if (method !== 'POST') return [...plain, ...others]
  return [...plain, ...others, ...bodiesFor(at)]
}

function bodiesFor(at: string): Case[] {
  const bodies: [string, Record<string, string>, string][] = [
    ['broken JSON', json, '{"type":'],
    ['deep JSON', json, deep],
    ['a form that cannot be decoded', form, 'text=%E0%A4%A&once=%&=&&&__proto__=x&constructor=y'],
    ['as many fields as fit', form, fields],
    ['one field as long as fits', form, `text=${'%F0%9F%98%80'.repeat(80_000)}`],
    ['more than fits', form, 'x'.repeat(mebibyte + 1)],
    ['a type that nobody sends', { 'content-type': 'application/xml' }, '<a/>'],
    ['an invalid type', { 'content-type': ';;,x' }, 'x'],
    ['parts', { 'content-type': 'multipart/form-data; boundary=x' }, '--x\r\n\r\n--x--'],
    ['nothing', form, ''],
  ]
  return bodies.flatMap(([what, headers, body]): Case[] => {
    const given = { method: 'POST', headers: { ...headers, cookie: victim.cookie, accept: 'application/json' }, body }
    const cases: Case[] = [[what, at, given]]
    if (at === '/slack/events')
      cases.push([`${what}, signed`, at, signedBySlack(body, { type: headers['content-type'] ?? '' })])
    if (at === '/discord/interactions') cases.push([`${what}, signed`, at, signedByDiscord(body, { at: discordNow() })])
    return cases
  })
}

/** Discord's endpoint compares the timestamp with our clock. */
const discordNow = () => Math.floor(Date.now() / 1000) + (hours + 1) * 3600

it('the test gets its list of routes from the router', () => {
  const paths = app.routes.map(({ method, path }) => `${method} ${path}`)
  for (const one of ['POST /slack/events', 'GET /slack/install', 'POST /discord/interactions', 'GET /metrics'])
    expect(paths).toContain(one)
  expect(paths).toContain('POST /play/:sandbox/c/:channel/say')
  expect(paths).toContain('GET /desk')
  expect(paths.length).toBeGreaterThan(50)
})

describe('every route', () => {
  it('responds to any input without a 5xx, with all headers, and without internal details', async () => {
    const bad: string[] = []
    for (const route of app.routes) {
      for (const [what, path, request] of casesOf(route)) {
        const answer = await ask(path, request)
        const wrong = [...(answer.status >= 500 ? [`status ${answer.status}`] : []), ...internalDetails(answer)]
        bad.push(...wrong.map((one) => `${route.method} ${route.path}, ${what}: ${one}`))
      }
    }
    expect(bad).toEqual([])
  }, 300_000)

  it('blocks others for at most 50 ms', async () => {
    const works = app.routes
      .filter(({ path }) => !path.startsWith('/assets/'))
      .flatMap((route) =>
        casesOf(route).map(
          ([what, path, request]) => [`${route.method} ${route.path}, ${what}`, () => ask(path, request)] as const,
        ),
      )
    expect(await tooLong(works)).toEqual([])
  }, 300_000)

  it('drops a client that sends only half a body', async () => {
    const posts = app.routes.filter(({ method }) => method === 'POST')
    const port = Number(new URL(app.address).port)
    const before = app.logged.length
    const sockets = posts.map(({ path }) => {
      const socket = connect(port, '127.0.0.1')
      socket.on('error', () => {})
      socket.write(`POST ${addressOf(path)} HTTP/1.1\r\nhost: x\r\ncontent-type: ${form['content-type']}\r\n`)
      socket.write(`cookie: ${victim.cookie}\r\ncontent-length: 1000\r\n\r\ntext=`)
      return socket
    })
    // The server has read them by now, so it serves the next request.
    expect((await ask('/healthz', {})).status).toBe(200)
    for (const socket of sockets) socket.destroy()
    for (const { path } of posts) expect((await ask(addressOf(path), { method: 'POST' })).status).toBeLessThan(500)
    expect(app.logged.slice(before).filter((line) => line.includes('request failed'))).toEqual([])
  })
})
