import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { visitor } from '../../kit/people/visitor.ts'
import { type PlayServer, playServer } from '../../kit/product/play-server.ts'

const oneHour = 60 * 60_000

let server: PlayServer
let now = Date.now()

beforeAll(async () => {
  server = await playServer({ clock: { now: () => new Date(now) } })
})

afterAll(() => server.close())

describe('a sandbox', () => {
  it('is not created by a visit', async () => {
    const ada = await visitor(server.app)
    const statuses = []
    for (const path of ['', 'c/lounge', 'me', 'home']) statuses.push((await ada.get(path)).statusCode)
    expect(statuses).toEqual([200, 200, 200, 200])
    expect(await server.sandboxes.exists(ada.sandbox)).toBe(false)
    expect(server.quiz.events).toEqual([])
    await ada.post('c/quiz/say', { text: 'Hello' })
    expect(await server.sandboxes.exists(ada.sandbox)).toBe(true)
  })

  it('stores nothing about a visitor without a cookie', async () => {
    const ada = await visitor(server.app)
    await ada.post('c/quiz/say', { text: 'Hello' })
    const home = `${ada.sandbox.replace('playground:', '/play/')}/home`
    const before = server.quiz.events.length
    const stranger = await server.app.inject(home)
    expect([stranger.statusCode, stranger.body.includes('Nothing to show yet.')]).toEqual([200, true])
    expect(server.quiz.events).toHaveLength(before)
    expect((await ada.get('home')).body).toContain('This week: 7 points')
  })

  it('is the same for each visit of one browser, and different for another browser', async () => {
    const ada = await visitor(server.app)
    const path = ada.sandbox.replace('playground:', '/play/')
    expect((await ada.get('/play')).headers).toMatchObject({ location: path, 'cache-control': 'no-store' })
    expect((await visitor(server.app)).sandbox).not.toBe(ada.sandbox)
    expect(path).toMatch(/^\/play\/[\w-]{22}$/)
  })

  it('can be joined by its link after the first action in it, if its page isn’t live', async () => {
    const ada = await visitor(server.app)
    const bob = await visitor(server.app, { joins: ada })
    const early = await bob.get('', { accept: 'text/html' })
    expect([early.statusCode, early.body]).toEqual([
      404,
      expect.stringContaining('<h1>There’s no playground here</h1>'),
    ])
    expect((await bob.post('c/quiz/say', { text: 'Anyone?' })).json()).toEqual({
      kind: 'refused',
      words: 'This playground has been deleted. Open a new one from the front page.',
    })
    await ada.post('c/quiz/say', { text: 'Come in' })
    expect((await bob.get('')).body).toContain('<p>Come in</p>')
    await bob.post('c/quiz/say', { text: 'Here I am' })
    expect((await ada.get('')).body).toContain('<p>Here I am</p>')
  })

  it('isn’t visible in another sandbox', async () => {
    const [ada, bob] = [await visitor(server.app), await visitor(server.app)]
    await ada.post('c/quiz/say', { text: 'Only for my sandbox' })
    await bob.post('c/quiz/say', { text: 'Another one' })
    const { body } = await bob.get('')
    expect([body.includes('Another one'), body.includes('Only for my sandbox')]).toEqual([true, false])
  })

  it.each(['short', 'A'.repeat(22), 'A'.repeat(23), '__proto__', '..%2f..'])(
    'can’t be created with a chosen id: %s',
    async (id) => {
      const ada = await visitor(server.app)
      expect((await ada.get(`/play/${id}`)).statusCode).toBe(404)
      expect((await ada.post(`/play/${id}/c/quiz/say`, { text: 'Mine' })).statusCode).toBe(404)
    },
  )

  it('is replaced by a new one after three days', async () => {
    const ada = await visitor(server.app)
    await ada.post('c/quiz/say', { text: 'Hello' })
    now += 73 * oneHour
    expect((await ada.get('/play')).headers.location).not.toBe(ada.sandbox.replace('playground:', '/play/'))
  })

  it('is not indexed by search engines', async () => {
    const ada = await visitor(server.app)
    for (const path of ['/play', '', 'me']) {
      expect((await ada.get(path)).headers['x-robots-tag']).toBe('noindex, nofollow')
    }
  })
})

describe('a page', () => {
  it('shows the newest fifty lines, or fewer if they are long', async () => {
    const ada = await visitor(server.app)
    await ada.post('me', { name: ada.name })
    const say = (text: string, line: number) =>
      server.chat.post(`${ada.sandbox}:lounge`, { summary: text, blocks: [] }, `line ${line}`)
    for (let line = 1; line <= 60; line++) await say(`line ${line}`, line)
    const { body } = await ada.get('c/lounge')
    expect([body.split('<li id="m').length - 1, body.includes('line 11<'), body.includes('line 10<')]).toEqual([
      50,
      true,
      false,
    ])
    for (let line = 61; line <= 80; line++) await say('long '.repeat(3000), line)
    expect((await ada.get('c/lounge')).body.length).toBeLessThan(150_000)
  })
})

describe('a cookie', () => {
  it('ends after thirty days without a visit', async () => {
    const ada = await visitor(server.app)
    const before = ada.cookie()
    now += 31 * 24 * oneHour
    const { headers } = await server.app.inject({ url: '/play', headers: { cookie: before } })
    expect(headers.location).toBeDefined()
    expect((await ada.post('c/quiz/say', { text: 'Still me?' })).statusCode).toBe(403)
  })
})
