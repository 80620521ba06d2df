import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance, FastifyPluginAsync } from 'fastify'
import { pino } from 'pino'
import { afterEach, describe, expect, it } from 'vitest'
import { createWebServer, type WebOptions } from '../../../src/adapters/web/index.ts'

let app: FastifyInstance | undefined

afterEach(async () => {
  await app?.close()
  app = undefined
})

function server(options: Partial<WebOptions> = {}): FastifyInstance {
  app = createWebServer({
    logger: pino({ level: 'silent' }),
    ready: async () => ({ postgres: true, queue: true }),
    board: async () => 'unknown',
    playerExport: async () => 'unknown',
    progress: async () => 'unknown',
    doors: { chats: [], playground: true, tour: false },
    installation: { contact: undefined, retentionMonths: 12, playground: true },
    production: false,
    publicUrl: undefined,
    plugins: [],
    ...options,
  })
  return app
}

describe('health', () => {
  it('reports that the process is alive without using Postgres or the queue', async () => {
    const ready = async (): Promise<never> => Promise.reject(new Error('touched'))
    const answer = await server({ ready }).inject('/healthz')
    expect([answer.statusCode, answer.json()]).toEqual([200, { ok: true }])
  })

  it.each([
    [{ postgres: true, queue: true }, 200, []],
    [{ postgres: false, queue: true }, 503, ['postgres']],
    [{ postgres: true, queue: false }, 503, ['queue']],
    [{ postgres: false, queue: false }, 503, ['postgres', 'queue']],
  ])('reports %j as %i, with %j away', async (found, status, away) => {
    const answer = await server({ ready: async () => found }).inject('/readyz')
    expect(answer.statusCode).toBe(status)
    expect(answer.json()).toMatchObject({ away })
  })

  it('asks Postgres and the queue at most once a second, no matter how many requests there are', async () => {
    let asked = 0
    const web = server({ ready: async () => ({ postgres: true, queue: ++asked > 0 }) })
    const answers = await Promise.all(Array.from({ length: 300 }, () => web.inject('/readyz')))
    expect(answers.filter(({ statusCode }) => statusCode !== 200)).toEqual([])
    expect(asked).toBe(1)
  })

  it('is not ready if readiness can’t be determined', async () => {
    const answer = await server({ ready: () => Promise.reject(new Error('no')) }).inject('/readyz')
    expect(answer.statusCode).toBe(503)
  })
})

describe('a link to a personal export', () => {
  it('is not used up by a program that only checks it', async () => {
    let used = 0
    const web = server({ playerExport: async () => ({ used: ++used }) })
    const looked = await web.inject({ method: 'HEAD', url: '/export/token' })
    expect([looked.statusCode, used]).toEqual([404, 0])
    expect((await web.inject('/export/token')).json()).toEqual({ used: 1 })
  })
})

describe('a link to a board', () => {
  it('makes one query at a time, no matter how many people open it', async () => {
    const asked: string[] = []
    const board = async (token: string, { window }: { window: string }): Promise<'expired'> => {
      asked.push(`${token} ${window}`)
      await wait(20)
      return 'expired'
    }
    const web = server({ board })
    const urls = Array.from({ length: 100 }, (_, each) => (each % 2 ? '/board/a' : '/board/a?window=all'))
    const answers = await Promise.all([...urls, '/board/b'].map((url) => web.inject(url)))
    expect(answers.filter(({ statusCode }) => statusCode !== 410)).toEqual([])
    expect(asked.toSorted()).toEqual(['a all', 'a week', 'b week'])
    await web.inject('/board/a')
    expect(asked).toHaveLength(4)
  })
})

describe('security headers', () => {
  it.each(['/', '/nothing', '/healthz', '/board/x', '/%E0%A4%A'])('are on %s', async (url) => {
    const { headers } = await server().inject(url)
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    )
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' })
    expect(headers['strict-transport-security']).toBeUndefined()
  })

  it('need no inline script or style', async () => {
    const { body } = await server().inject('/')
    expect(body).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/)
  })
})

describe('HTTPS in production', () => {
  const https = { 'x-forwarded-proto': 'https' }
  const http = { 'x-forwarded-proto': 'http', host: 'quiz.example' }

  it('is required', async () => {
    const answer = await server({ production: true }).inject({ url: '/board/a?by=teams', headers: http })
    expect([answer.statusCode, answer.headers.location]).toEqual([308, 'https://quiz.example/board/a?by=teams'])
  })

  it('redirects to the public address, and never to a forged host', async () => {
    const asked = { url: '/tour', headers: { ...http, 'x-forwarded-host': 'evil.example' } }
    const named = await server({ production: true, publicUrl: 'https://quiz.test' }).inject(asked)
    expect(named.headers.location).toBe('https://quiz.test/tour')
    await app?.close()
    const unnamed = await server({ production: true }).inject(asked)
    expect(unnamed.headers.location).toBe('https://quiz.example/tour')
  })

  it('is not required for the health check', async () => {
    const answer = await server({ production: true }).inject({ url: '/healthz', headers: http })
    expect(answer.statusCode).toBe(200)
  })

  it('is remembered by browsers', async () => {
    const answer = await server({ production: true }).inject({ url: '/', headers: https })
    expect([answer.statusCode, answer.headers['strict-transport-security']]).toEqual([200, 'max-age=31536000'])
  })

  it('is not required elsewhere', async () => {
    expect((await server().inject({ url: '/', headers: http })).statusCode).toBe(200)
  })
})

describe('request ids', () => {
  it.each([
    ['0c2d8b5e-1111-2222-3333-444455556666', true],
    ['short', false],
    ['has spaces has spaces has spaces', false],
    ['x'.repeat(201), false],
  ])('%s is accepted: %s', async (given, taken) => {
    const { headers } = await server().inject({ url: '/healthz', headers: { 'x-request-id': given } })
    expect(headers['x-request-id'] === given).toBe(taken)
    expect(headers['x-request-id']).toMatch(/^[A-Za-z0-9-]{20,200}$/)
  })
})

describe('bad input', () => {
  const echo: FastifyPluginAsync = async (part) => {
    part.post('/echo', async (request) => request.body)
    part.post('/fails', async () => Promise.reject(new Error('a secret detail')))
  }
  const json = { 'content-type': 'application/json' }

  it.each([
    ['malformed JSON', '/echo', '{', json, 400],
    ['more than one mebibyte', '/echo', JSON.stringify('x'.repeat(1_048_576)), json, 413],
    ['a type that nobody reads', '/echo', 'x', { 'content-type': 'text/weird', accept: 'application/json' }, 415],
    ['an address that cannot be decoded', '/%E0%A4%A', '', json, 400],
    ['an unknown address', '/nothing', '{}', json, 404],
  ])('%s', async (_what, url, payload, headers, status) => {
    const answer = await server({ plugins: [echo] }).inject({ method: 'POST', url, payload, headers })
    expect(answer.statusCode).toBe(status)
    expect(answer.json()).toMatchObject({ error: expect.any(String), requestId: expect.any(String) })
  })

  it('doesn’t include a body of exactly one mebibyte', async () => {
    const payload = JSON.stringify('x'.repeat(1_048_574))
    const answer = await server({ plugins: [echo] }).inject({ method: 'POST', url: '/echo', payload, headers: json })
    expect(answer.statusCode).toBe(200)
  })

  it('an error of ours shows no details', async () => {
    const answer = await server({ plugins: [echo] }).inject({ method: 'POST', url: '/fails' })
    expect(answer.statusCode).toBe(500)
    expect(answer.body).not.toContain('secret')
  })

  it.each<[client: string, url: string, headers: Record<string, string>, type: string]>([
    ['a browser', '/nothing', { accept: 'text/html,*/*;q=0.8' }, 'text/html; charset=utf-8'],
    ['curl', '/nothing', { accept: '*/*' }, 'text/plain; charset=utf-8'],
    ['a client that accepts anything silently', '/board/nothing', {}, 'text/plain; charset=utf-8'],
    ['a client that wants JSON', '/nothing', { accept: 'application/json' }, 'application/json; charset=utf-8'],
    ['Slack', '/slack/events', { accept: '*/*' }, 'application/json; charset=utf-8'],
    ['Discord', '/discord/interactions', {}, 'application/json; charset=utf-8'],
    ['a program with a download link', '/export/nothing', { accept: '*/*' }, 'application/json; charset=utf-8'],
  ])('%s gets its error in a form that it can read', async (_client, url, headers, type) => {
    const answer = await server().inject({ url, headers })
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([404, type])
    expect(answer.body).toMatch(/nothing here|doesn’t work|isn’t|not/i)
    expect(answer.body).toContain(answer.headers['x-request-id'] ?? '')
    if (type.startsWith('text/plain')) expect(answer.body).not.toMatch(/[<{]/)
  })

  it('gets a page in browsers', async () => {
    const answer = await server().inject({ url: '/nothing', headers: { accept: 'text/html' } })
    expect(answer.headers['content-type']).toContain('text/html')
    expect(answer.body).toContain('<h1>There’s nothing here</h1>')
  })

  it('gets 400 even if the request line is broken', async () => {
    const app = server()
    await app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = app.server.address() as AddressInfo
    const status = await new Promise((resolve, reject) => {
      const headers = { 'x-long': 'x'.repeat(100_000) }
      request({ port, host: '127.0.0.1', headers }, (answer) => resolve(answer.resume().statusCode))
        .on('error', reject)
        .end()
    })
    expect(status).toBe(431)
  })
})

describe('the front page', () => {
  it('links to the parts that are turned on', async () => {
    const doors = {
      chats: [
        { href: 'https://discord.example/?a=1&b=2', text: 'Add to Discord', as: 'button' },
        { href: 'https://discord.example/practice', text: 'Practice by yourself', as: 'more' },
        { href: '/play', text: 'Play', as: 'primary' },
      ] as const,
      playground: true,
      tour: true,
    }
    const { body } = await server({ doors }).inject('/')
    expect([...body.matchAll(/href="(?!\/assets|#)([^"]+)"/g)].map(([, to]) => to)).toEqual([
      '/',
      '/play',
      'https://discord.example/?a=1&amp;b=2',
      '/tour',
      'https://discord.example/practice',
      ...['/privacy', '/terms', '/support'],
    ])
  })

  it('doesn’t link to parts that are turned off', async () => {
    const { body } = await server({ doors: { chats: [], playground: false, tour: false } }).inject('/')
    expect(body).not.toMatch(/href="\/(play|tour|slack)/)
    expect(body).toContain('No chat is connected here yet.')
  })
})

describe('files', () => {
  it('can be cached forever, because their names change with their content', async () => {
    const { body } = await server().inject('/')
    const [, path = ''] = /href="(\/assets\/site-[0-9a-f]{12}\.css)"/.exec(body) ?? []
    const first = await app?.inject(path)
    expect(first?.headers).toMatchObject({
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    })
    const again = await app?.inject({ url: path, headers: { 'if-none-match': String(first?.headers.etag) } })
    expect([again?.statusCode, again?.body]).toEqual([304, ''])
  })
})
