import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { visitor } from '../../kit/people/visitor.ts'
import { type PlayServer, playServer } from '../../kit/product/play-server.ts'

let server: PlayServer

beforeAll(async () => {
  server = await playServer()
})

afterAll(() => server.close())

describe('another site', () => {
  it.each([
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ 'sec-fetch-site': 'same-origin' }, 200],
    [{ origin: 'http://localhost:80' }, 200],
    [{}, 200],
  ])('with %j gets %i', async (headers, status) => {
    const ada = await visitor(server.app)
    const answer = await ada.post('c/lounge/say', { text: 'Hello' }, { host: 'localhost:80', ...headers })
    expect(answer.statusCode).toBe(status)
  })
})

it('isn’t confused with our own pages behind a router that terminates HTTPS', async () => {
  const behind = await playServer({ production: true })
  const router = { 'x-forwarded-proto': 'https', host: 'quiz.example' }
  const ada = await visitor(behind.app, { always: router })
  const own = await ada.post('c/lounge/say', { text: 'Hello' }, { origin: 'https://quiz.example' })
  const other = await ada.post('c/lounge/say', { text: 'Hello' }, { origin: 'http://quiz.example' })
  expect([own.statusCode, other.statusCode]).toEqual([200, 403])
  await behind.close()
})

describe('a flood of requests', () => {
  it('from one player is refused with a friendly message, and only for that player', async () => {
    const [ada, bob] = [await visitor(server.app), await visitor(server.app)]
    const statuses = new Map<number, number>()
    for (let sent = 0; sent < 40; sent++) {
      const { statusCode } = await ada.post('c/lounge/press', { action: 'hint:1' })
      statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1)
    }
    expect(statuses.get(429)).toBeGreaterThan(0)
    expect(statuses.get(200)).toBeGreaterThanOrEqual(30)
    const refused = await ada.post('c/lounge/say', { text: 'And one more' })
    expect(refused.json()).toEqual({
      kind: 'refused',
      words: 'A little slower, please. Wait a few seconds, then go on.',
    })
    expect((await bob.post('c/lounge/say', { text: 'Calmly' })).statusCode).toBe(200)
  })
})

describe('bad input', () => {
  it.each([
    ['an unknown channel', 'c/cellar/say', { text: 'x' }, 404],
    ['a channel like a property', 'c/__proto__/say', { text: 'x' }, 404],
    ['no text', 'c/quiz/say', {}, 400],
    ['empty text', 'c/quiz/say', { text: ' \n ' }, 400],
    ['501 characters', 'c/quiz/say', { text: 'x'.repeat(501) }, 400],
    ['500 characters', 'c/quiz/say', { text: 'x'.repeat(500) }, 200],
    ['a command of 4,000 characters', 'c/quiz/say', { text: '/heroku-quiz answer '.padEnd(4000, 'x') }, 200],
    ['a command of 4,001 characters', 'c/quiz/say', { text: '/heroku-quiz answer '.padEnd(4001, 'x') }, 400],
    ['no action', 'c/quiz/press', {}, 400],
    ['an endless action', 'c/quiz/press', { action: 'x'.repeat(201) }, 400],
    ['a strange verb', 'team', { verb: 'burn', team: 'x' }, 400],
    ['more than one mebibyte', 'c/quiz/say', { text: 'x'.repeat(1_100_000) }, 413],
    ['what Postgres cannot store', 'c/quiz/say', { text: 'a\u0000b' }, 200],
    ['250 emoji', 'c/quiz/say', { text: '🎉'.repeat(250) }, 200],
  ])('%s: %s', async (_what, url, form: Record<string, string>, status) => {
    const ada = await visitor(server.app)
    expect((await ada.post(url, form)).statusCode).toBe(status)
  })

  it('half a surrogate pair in a JSON body is stored as a character that can be shown', async () => {
    const ada = await visitor(server.app)
    const answer = await server.app.inject({
      method: 'POST',
      url: `/play/${ada.sandbox.split(':')[1]}/c/quiz/say`,
      headers: { cookie: ada.cookie(), 'content-type': 'application/json', accept: 'application/json' },
      payload: '{"text":"half \\ud83d pair"}',
    })
    expect(answer.statusCode).toBe(200)
    expect((await ada.get('')).body).toContain('half \uFFFD pair')
  })

  it.each(['events', 'complete?words=a'])('%s needs a cookie', async (what) => {
    const { sandbox } = await visitor(server.app)
    expect((await server.app.inject(`/play/${sandbox.split(':')[1]}/c/quiz/${what}`)).statusCode).toBe(403)
  })

  it('is refused with a page if JavaScript is off', async () => {
    const ada = await visitor(server.app)
    const answer = await ada.post('c/quiz/say', { text: '' }, { accept: 'text/html' })
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([400, 'text/html; charset=utf-8'])
    expect(answer.body).toContain('<h1>That wasn’t sent</h1><p>Type something first.</p>')
    expect(answer.body).toContain('Back to #quiz</a>')
  })
})
