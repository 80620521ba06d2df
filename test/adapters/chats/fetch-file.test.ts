import { createServer, type RequestListener } from 'node:http'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createFetchFile } from '../../../src/adapters/chats/fetch-file.ts'

async function serves(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('closed')
  return `http://127.0.0.1:${address.port}`
}

const mib = 'x'.repeat(1_000_000)

describe('a file that somebody attached', () => {
  it.each([
    'http://files.slack.com/a.csv',
    'https://files.slack.com:8443/a.csv',
    'https://files.slack.com@evil.test/a.csv',
    'https://ada:secret@files.slack.com/a.csv',
    'https://evil.test/files.slack.com/a.csv',
    'https://files.slack.com.evil.test/a.csv',
    'https://evilfiles.slack.com/a.csv',
    'https://evil.test#@files.slack.com/a.csv',
    'https://evil.test\\@files.slack.com/a.csv',
    'https://127.0.0.1/a.csv',
    'https://[::1]/a.csv',
    'https://169.254.169.254/latest/meta-data',
    'file:///etc/passwd',
    'data:text/csv,question',
    '//files.slack.com/a.csv',
    '',
  ])('is never fetched from another host: %s', async (url) => {
    const fetchFile = createFetchFile({ hosts: ['files.slack.com'] })
    await expect(fetchFile({ url, most: 10 })).rejects.toMatchObject({ meaning: 'rights-missing' })
  })

  it('is fetched with its headers, up to the last allowed byte', async () => {
    const address = await serves((request, response) => response.end(`${request.headers.authorization}`))
    const fetchFile = createFetchFile({ hosts: [], apiUrl: `${address}/api/` })
    const headers = { authorization: 'Bearer x' }
    expect(Buffer.from(await fetchFile({ url: `${address}/a`, most: 8, headers })).toString()).toBe('Bearer x')
    expect(await fetchFile({ url: `${address}/a`, most: 7, headers })).toBe('too-large')
  })

  it('is never fetched from another host, even if its server redirects there', async () => {
    const reached: string[] = []
    const elsewhere = await serves((request, response) => {
      reached.push(request.url ?? '')
      response.end()
    })
    const address = await serves((_, response) => response.writeHead(302, { location: `${elsewhere}/token` }).end())
    const fetchFile = createFetchFile({ hosts: [], apiUrl: `${address}/api/` })
    await expect(fetchFile({ url: `${address}/a`, most: 10 })).rejects.toMatchObject({ meaning: 'rights-missing' })
    expect(reached).toEqual([])
  })

  it.each<[what: string, listener: RequestListener, end: object | string]>([
    [
      'a page for signing in',
      (_, to) => to.setHeader('content-type', 'text/html').end('Sign in'),
      { meaning: 'rights-missing' },
    ],
    ['nobody’s any more', (_, to) => to.writeHead(404).end(), { meaning: 'rights-missing' }],
    ['away', (_, to) => to.writeHead(503).end(), { meaning: 'away' }],
    [
      'cut off',
      (_, to) => to.writeHead(200, { 'content-length': '5' }).write('abc', () => to.destroy()),
      { meaning: 'away' },
    ],
    ['too long without saying so', (_, to) => pour(to), 'too-large'],
  ])('may be %s', async (_what, listener, end) => {
    const address = await serves(listener)
    const fetchFile = createFetchFile({ hosts: [], apiUrl: `${address}/api/` })
    const got = fetchFile({ url: `${address}/a`, most: 1_500_000 })
    await (typeof end === 'string' ? expect(got).resolves.toBe(end) : expect(got).rejects.toMatchObject(end))
  })

  it('is refused while three others are being fetched, and fetched after one of them is done', async () => {
    const held: (() => void)[] = []
    const address = await serves((_, response) => held.push(() => response.end('a')))
    const fetchFile = createFetchFile({ hosts: [], apiUrl: `${address}/api/` })
    const from = { url: `${address}/a`, most: 10 }
    const first = [fetchFile(from), fetchFile(from), fetchFile(from)]
    await expect(fetchFile(from)).rejects.toMatchObject({ code: 'rate-limited' })
    while (held.length < 3) await new Promise((resolve) => setTimeout(resolve, 10))
    for (const end of held) end()
    await Promise.all(first)
    const next = fetchFile(from)
    while (held.length < 4) await new Promise((resolve) => setTimeout(resolve, 10))
    held[3]?.()
    expect(await next).toEqual(new Uint8Array([97]))
  })
})

function pour(to: Parameters<RequestListener>[1]): void {
  to.writeHead(200, { 'content-type': 'text/csv' })
  const more = (): void => {
    if (!to.destroyed) to.write(mib, () => setImmediate(more))
  }
  more()
}
