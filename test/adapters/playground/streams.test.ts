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

/** The stream announces messages once a second, and who is online every two seconds. */
const soon = (look: () => void | Promise<void>): Promise<void> => vi.waitFor(look, { timeout: 5_000 })

type Stream = { text(): string; entries(): string[]; ended: Promise<void> }

async function listen(who: Visitor, path: string, headers: Record<string, string> = {}): Promise<Stream> {
  const abort = new AbortController()
  ends.push(() => abort.abort())
  const response = await fetch(`${address}/play/${who.sandbox.split(':')[1]}/${path}`, {
    headers: { cookie: who.cookie(), ...headers },
    signal: abort.signal,
  })
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

async function two(): Promise<[Visitor, Visitor]> {
  const ada = await visitor(server.app)
  await ada.post('me', { name: ada.name })
  return [ada, await visitor(server.app, { joins: ada })]
}

describe('the live stream', () => {
  it('delivers messages to the people they are for', async () => {
    const [ada, bob] = await two()
    const [toAda, toBob] = [await listen(ada, 'c/quiz/events'), await listen(bob, 'c/quiz/events')]
    await ada.post('c/quiz/say', { text: 'Hello Bob' })
    await server.chat.tell(ada.ref, { summary: 'Three points', blocks: [] }, undefined, 'grade-1')
    await ada.post('c/quiz/say', { text: 'Bye' })
    await soon(() => expect(toAda.entries()).toEqual(['Hello Bob', 'Three points', 'Bye']))
    await soon(() => expect(toBob.entries()).toEqual(['Hello Bob', 'Bye']))
  })

  it('lets others open the address of a new sandbox whose owner’s page is live, but creates nothing for a guest', async () => {
    const ada = await visitor(server.app)
    const bob = await visitor(server.app, { joins: ada })
    const guest = await fetch(`${address}/play/${ada.sandbox.split(':')[1]}/c/quiz/events`, {
      headers: { cookie: bob.cookie() },
    })
    expect([guest.status, (await bob.get('')).statusCode]).toEqual([404, 404])
    await listen(ada, 'c/quiz/events')
    await soon(async () => expect((await bob.get('')).statusCode).toBe(200))
  })

  it('continues after an interruption', async () => {
    const ada = await visitor(server.app)
    for (const text of ['One', 'Two', 'Three']) await ada.post('c/quiz/say', { text })
    const all = await listen(ada, 'c/quiz/events?after=0')
    await soon(() => expect(all.entries()).toEqual(['One', 'Two', 'Three']))
    const [, second = ''] = [...all.text().matchAll(/^id: (\d+)$/gm)].map(([, id = '']) => id)
    const resumed = await listen(ada, 'c/quiz/events?after=0', { 'last-event-id': second })
    await soon(() => expect(resumed.entries()).toEqual(['Three']))
  })

  it('announces messages in other channels, but not private replies to others', async () => {
    const [ada, bob] = await two()
    await bob.post('c/lounge/say', { text: 'Old news' })
    const stream = await listen(ada, 'c/data-team/events')
    await server.chat.tell(bob.ref, { summary: 'For Bob', blocks: [] }, undefined, 'grade-1')
    await bob.post('c/lounge/say', { text: 'Anyone here?' })
    await soon(() => expect(stream.text()).toContain('event: elsewhere\ndata: "lounge"'))
    expect(stream.text()).not.toContain('"quiz"')
    expect(stream.entries()).toEqual([])
  })

  it('shows who is online', async () => {
    const [ada, bob] = await two()
    const stream = await listen(ada, 'c/quiz/events')
    await listen(bob, 'c/lounge/events')
    await soon(() => expect(stream.text()).toMatch(new RegExp(`event: people\\ndata: .*${ada.name}.*${bob.name}`)))
    expect((await (await visitor(server.app, { joins: ada })).get('')).body).toContain(bob.name)
  })

  it('sends a heartbeat before the router times out', async () => {
    const stream = await listen(await visitor(server.app), 'c/quiz/events')
    vi.advanceTimersByTime(50_000)
    await soon(() => expect(stream.text().split(': still here')).toHaveLength(3))
  })

  it('ends immediately when the server closes', async () => {
    const stream = await listen(await visitor(server.app), 'c/quiz/events')
    const began = performance.now()
    await server.app.close()
    await stream.ended
    expect(performance.now() - began).toBeLessThan(1500)
  })
})
