import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWebServer, type WebOptions } from '../../../src/adapters/web/index.ts'
import { feedback } from '../../../src/messages/feedback.ts'
import { aQuestion } from '../../contracts/store/scene.ts'

const { question } = aQuestion('one')
const grade = { score: 1, verdict: 'correct', points: [], misconceptions: [], readings: [] } as const
const told = feedback({
  ...{ question, text: 'So it is', grade: { ...grade, points: [], misconceptions: [], readings: [] } },
  ...{
    points: 10,
    total: 10,
    before: [],
    hint: false,
    attempt: 1,
    attempts: 2,
    attemptsLeft: 1,
    answerId: 0,
    roundId: 0,
    closed: false,
    offersReminder: false,
  },
})

const options: WebOptions = {
  logger: pino({ level: 'silent' }),
  ready: async () => ({ postgres: true, queue: true }),
  board: async (_token, choice) => ({
    ...choice,
    workspaceName: 'Acme',
    standings: [],
    weeks: { days: [], lines: [] },
    topics: [],
  }),
  boardPicture: async (token) => (token === 'gone' ? 'expired' : new Uint8Array([137, 80, 78, 71])),
  playerExport: async () => 'unknown',
  progress: async () => 'unknown',
  doors: { chats: [], playground: true, tour: true },
  example: async () => ({ question, text: 'So it is', told }),
  installation: { contact: undefined, retentionMonths: 12, playground: true },
  production: false,
  publicUrl: 'https://quiz.test',
  plugins: [],
}

const app = createWebServer(options)
beforeAll(() => app.ready())
afterAll(() => app.close())

describe('the metadata for search engines and chats', () => {
  it('contains the page’s title and picture', async () => {
    const { body } = await app.inject('/')
    expect(body).toContain('<meta property="og:title" content="Heroku Quiz: one question a day, for the whole team">')
    expect(body).toMatch(
      /<meta property="og:image" content="https:\/\/quiz\.test\/assets\/touch-icon-[0-9a-f]{12}\.png">/,
    )
    expect(body).toContain('<meta name="theme-color"')
  })

  it('shows a board’s picture with its link, and keeps both out of search engines', async () => {
    const page = await app.inject('/board/token')
    expect(page.body).toContain('<meta property="og:image" content="https://quiz.test/board/token.png">')
    const picture = await app.inject('/board/token.png')
    expect([picture.statusCode, picture.headers['content-type']]).toEqual([200, 'image/png'])
    for (const { headers } of [page, picture]) expect(headers['x-robots-tag']).toBe('noindex')
    expect((await app.inject('/board/gone.png')).statusCode).toBe(410)
  })

  it('lists the paths that must not be indexed', async () => {
    const { body, headers } = await app.inject('/robots.txt')
    expect(headers['content-type']).toContain('text/plain')
    expect(body).toContain('Disallow: /play\n')
    expect(body).toContain('Sitemap: https://quiz.test/sitemap.xml')
  })

  it.each(['/favicon.ico', '/apple-touch-icon.png'])('finds %s', async (path) => {
    const { statusCode, headers, rawPayload } = await app.inject(path)
    expect([statusCode, headers['content-type']]).toEqual([200, 'image/png'])
    expect(rawPayload.subarray(1, 4).toString()).toBe('PNG')
  })
})

describe('the front page', () => {
  it('shows the grader’s feedback, even without the database', async () => {
    expect((await app.inject('/')).body).toContain('✓ That’s right.')
    const away = createWebServer({ ...options, example: () => Promise.reject(new Error('away')) })
    expect((await away.inject('/')).statusCode).toBe(200)
    await away.close()
  })
})

describe('the tour', () => {
  it('links to its topics and to the playground', async () => {
    const { body } = await app.inject('/tour')
    expect(body).toContain('<a href="#dynos">')
    expect(body).toContain('<a class="button primary" href="/play">')
  })
})

describe('compression', () => {
  const unpacked = { br: brotliDecompressSync, gzip: gunzipSync }

  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
  ] as const)('%j gets %s', async (accepted, encoding) => {
    const plain = await app.inject('/tour')
    const packed = await app.inject({ url: '/tour', headers: { 'accept-encoding': accepted } })
    expect(packed.headers['content-encoding']).toBe(encoding)
    expect(packed.headers.vary).toBe('accept-encoding')
    expect(Number(packed.headers['content-length'])).toBe(packed.rawPayload.length)
    expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 3)
    expect(unpacked[encoding](packed.rawPayload).toString()).toBe(plain.body)
  })

  it.each(['identity', 'deflate', 'br;q=0', ''])('%j gets no compression', async (accepted) => {
    const { headers } = await app.inject({ url: '/tour', headers: { 'accept-encoding': accepted } })
    expect(headers['content-encoding']).toBeUndefined()
  })

  it('leaves pictures and short answers as they are', async () => {
    for (const url of ['/favicon.ico', '/healthz', '/robots.txt']) {
      const { headers } = await app.inject({ url, headers: { 'accept-encoding': 'br' } })
      expect([url, headers['content-encoding']]).toEqual([url, undefined])
    }
  })
})
