import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Visitor, visitor } from '../../kit/people/visitor.ts'
import { type PlayServer, playServer } from '../../kit/product/play-server.ts'

let server: PlayServer
let address: string
const ends: (() => void)[] = []

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  server = await playServer()
  address = await server.listen()
})

afterEach(async () => {
  for (const end of ends.splice(0)) end()
  await server.close()
  vi.useRealTimers()
})

type Stream = { text(): string; entries(): string[]; ended: Promise<void> }

async function listen(who: Visitor, path: string, headers: Record<string, string> = {}): Promise<Stream> {
  const cookie = String((await who.get('/play')).headers['set-cookie']).split(';')[0] ?? ''
  const abort = new AbortController()
  ends.push(() => abort.abort())
  const response = await fetch(address + path, { headers: { cookie, ...headers }, signal: abort.signal })
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  let text = ''
  const ended = (async () => {
    const decoder = new TextDecoder()
    for await (const chunk of response.body ?? []) text += decoder.decode(chunk, { stream: true })
  })().catch(() => {})
  const entries = (): string[] =>
    [...text.matchAll(/event: entry\ndata: (.*)\n/g)].map(([, data = '']) =>
      (JSON.parse(data) as { html: string }).html
        .replace(/[\s\S]*<div class="message/, '')
        .replace(/^[^>]*>|<[^>]+>/g, '')
        .trim(),
    )
  return { text: () => text, entries, ended }
}

describe('the live stream', () => {
  it('brings what is said, to those it is for', async () => {
    const [ada, bob] = [await visitor(server.app), await visitor(server.app)]
    const [toAda, toBob] = [await listen(ada, '/play/c/quiz/events'), await listen(bob, '/play/c/quiz/events')]
    await ada.post('/play/c/quiz/say', { text: 'Hello Bob' })
    await server.chat.tell(ada.ref, { summary: 'Three points', blocks: [] }, undefined, 'grade-1')
    await ada.post('/play/c/quiz/say', { text: 'Bye' })
    await vi.waitFor(() => expect(toAda.entries()).toEqual(['Hello Bob', 'Three points', 'Bye']))
    await vi.waitFor(() => expect(toBob.entries()).toEqual(['Hello Bob', 'Bye']))
  })

  it('goes on where it was cut', async () => {
    const ada = await visitor(server.app)
    for (const text of ['One', 'Two', 'Three']) await ada.post('/play/c/quiz/say', { text })
    const all = await listen(ada, '/play/c/quiz/events?after=0')
    await vi.waitFor(() => expect(all.entries()).toEqual(['One', 'Two', 'Three']))
    const [, second = ''] = [...all.text().matchAll(/^id: (\d+)$/gm)].map(([, id = '']) => id)
    const resumed = await listen(ada, '/play/c/quiz/events?after=0', { 'last-event-id': second })
    await vi.waitFor(() => expect(resumed.entries()).toEqual(['Three']))
  })

  it('tells of news in other channels, not of what others are told there', async () => {
    const [ada, bob] = [await visitor(server.app), await visitor(server.app)]
    await bob.post('/play/c/lounge/say', { text: 'Old news' })
    const stream = await listen(ada, '/play/c/data-team/events')
    await server.chat.tell(bob.ref, { summary: 'For Bob', blocks: [] }, undefined, 'grade-1')
    await bob.post('/play/c/lounge/say', { text: 'Anyone here?' })
    await vi.waitFor(() => expect(stream.text()).toContain('event: elsewhere\ndata: "lounge"'))
    expect(stream.text()).not.toContain('"quiz"')
    expect(stream.entries()).toEqual([])
  })

  it('tells who is here', async () => {
    const [ada, bob] = [await visitor(server.app), await visitor(server.app)]
    const stream = await listen(ada, '/play/c/quiz/events')
    await listen(bob, '/play/c/lounge/events')
    await vi.waitFor(() =>
      expect(stream.text()).toMatch(new RegExp(`event: people\\ndata: .*${ada.name}.*${bob.name}`)),
    )
    expect((await (await visitor(server.app)).get('/play')).body).toContain(bob.name)
  })

  it('says something before the router thinks it dead', async () => {
    const stream = await listen(await visitor(server.app), '/play/c/quiz/events')
    vi.advanceTimersByTime(50_000)
    await vi.waitFor(() => expect(stream.text().split(': still here')).toHaveLength(3))
  })

  it('ends at once when the server closes', async () => {
    const stream = await listen(await visitor(server.app), '/play/c/quiz/events')
    const began = performance.now()
    await server.app.close()
    await stream.ended
    expect(performance.now() - began).toBeLessThan(1500)
  })
})
