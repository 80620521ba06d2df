import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as discordSends from '../kit/discord/discord-payloads.ts'
import { anotherKey, signed as signedByDiscord } from '../kit/discord/discord-request.ts'
import { wholeApp } from '../kit/product/whole-app.ts'
import { seeded } from '../kit/services/seeded.ts'
import {
  buttonPress,
  directMessage,
  eventCallback,
  mention,
  slashCommand,
  viewSubmission,
} from '../kit/slack/slack-payloads.ts'
import { type SignedRequest, signed as signedBySlack, slackSends } from '../kit/slack/slack-request.ts'
import { corrupt, mutate } from './mutate.ts'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

let app: Awaited<ReturnType<typeof wholeApp>>

beforeAll(async () => {
  app = await wholeApp()
})
afterAll(() => app.close())

const form = { type: 'application/x-www-form-urlencoded' }

async function send(path: string, request: RequestInit): Promise<number> {
  const response = await fetch(`${app.address}${path}`, { redirect: 'manual', ...request })
  await response.arrayBuffer()
  return response.status
}

describe('a request without a valid, recent signature of the chat', () => {
  const now = Math.floor(Date.now() / 1000)
  const slackBody = new URLSearchParams(slashCommand('help')).toString()
  const discordBody = JSON.stringify(discordSends.slashCommand('help'))

  it.each([
    ['forged', signedBySlack(slackBody, { ...form, secret: 'f'.repeat(32) })],
    ['stale', signedBySlack(slackBody, { ...form, at: now - 400 })],
    ['of the future', signedBySlack(slackBody, { ...form, at: now + 400 })],
    ['with another body', { ...signedBySlack(slackBody, form), body: `${slackBody}&text=ask` }],
    ['with no timestamp', { ...signedBySlack(slackBody, form), headers: { 'x-slack-signature': 'v0=00' } }],
  ])('is refused by the Slack endpoint: %s', async (_, request) => {
    expect(await send('/slack/events', request)).toBe(401)
  })

  it.each([
    ['forged', signedByDiscord(discordBody, { key: anotherKey })],
    ['stale', signedByDiscord(discordBody, { at: now - 400 })],
    ['of the future', signedByDiscord(discordBody, { at: now + 400 })],
    ['with another body', { ...signedByDiscord(discordBody), body: `${discordBody} ` }],
    ['with no signature', { method: 'POST', headers: {}, body: discordBody }],
  ])('is refused by the Discord endpoint: %s', async (_, request) => {
    expect(await send('/discord/interactions', request)).toBe(401)
  })
})

describe('any request', () => {
  it('never causes a 5xx, a crash or a memory leak, in 10,000 mutated requests', async () => {
    const chance = seeded(8)
    const counts = new Map<number, number>()
    const bad: string[] = []
    let heapBefore = 0
    for (let first = 0; first < 10_000; first += 20) {
      if (first === 2000) heapBefore = heap()
      const batch = Array.from({ length: 20 }, () => anyRequest())
      const statuses = await Promise.all(batch.map(({ path, request }) => send(path, request)))
      for (const [at, status] of statuses.entries()) {
        counts.set(status, (counts.get(status) ?? 0) + 1)
        // A 503 asks the chat to send the request again, which is right only if the database is down. It isn't here.
        if (status >= 500) bad.push(`${status} ${batch[at]?.path} ${String(batch[at]?.request.body).slice(0, 500)}`)
      }
    }
    expect(bad).toEqual([])
    expect(await send('/healthz', {})).toBe(200)
    expect(heap() - heapBefore).toBeLessThan(40)
    expect(counts.get(200)).toBeGreaterThan(500)
    expect(counts.get(400)).toBeGreaterThan(500)

    function anyRequest(): { path: string; request: RequestInit } {
      const roll = chance.next()
      if (roll < 0.4) return { path: '/slack/events', request: anyType(anySlackRequest()) }
      if (roll < 0.75)
        return { path: '/discord/interactions', request: anyType(signedByDiscord(anyBody(chance.of(interactions)))) }
      const path = corrupt(chance.of(paths), chance).replaceAll(/[^\x21-\x7e]|[#\\]/g, (sign) =>
        encodeURIComponent(sign),
      )
      const fields = new URLSearchParams({
        action: 'answer:1',
        'value.text': 'x',
        text: '/heroku-quiz me',
        once: 'a',
      }).toString()
      return chance.next() < 0.5
        ? { path: `/${path.replaceAll(/^\/+/g, '')}`, request: { method: chance.of(methods) } }
        : {
            path: chance.of(posts),
            request: { method: 'POST', headers: { 'content-type': form.type }, body: corrupt(fields, chance) },
          }
    }

    /** The signature doesn't cover the content type, so any type is valid. */
    function anyType(request: SignedRequest): SignedRequest {
      return chance.next() < 0.9
        ? request
        : { ...request, headers: { ...request.headers, 'content-type': chance.of(types) } }
    }

    function anyBody(payload: object): string {
      const text = JSON.stringify(mutate(payload as never, chance))
      return chance.next() < 0.3 ? corrupt(text, chance) : text
    }

    function anySlackRequest(): SignedRequest {
      const roll = chance.next()
      if (roll < 0.3) {
        const fields = mutate(slashCommand(chance.of(['help', 'me', 'answer x', 'team list'])), chance)
        const entries = typeof fields === 'object' && fields !== null ? Object.entries(fields) : []
        return signedBySlack(
          new URLSearchParams(Object.fromEntries(entries.map(([name, value]) => [name, text(value)]))).toString(),
          form,
        )
      }
      if (roll < 0.7)
        return signedBySlack(new URLSearchParams({ payload: anyBody(chance.of(pressed)) }).toString(), form)
      return signedBySlack(anyBody(chance.of(happened)))
    }
  }, 180_000)

  const interactions: [object, ...object[]] = [
    discordSends.slashCommand('help'),
    discordSends.slashCommand('answer', { text: 'A container' }),
    discordSends.slashCommand('team list'),
    discordSends.halfTyped('team join', { name: 'r' }, 'name'),
    discordSends.buttonPress('answer:1'),
    discordSends.modalSubmit('answer:1', { text: 'A container' }),
  ]
  const pressed: [object, ...object[]] = [
    buttonPress('answer:1'),
    buttonPress('privacy-forget:0'),
    viewSubmission({ title: { text: 'T' }, private_metadata: '{"action":"answer:1"}' }, { text: 'A container' }),
  ]
  const happened: [object, ...object[]] = [
    eventCallback(mention('<@UBOT> me')),
    eventCallback(directMessage('me')),
    eventCallback({ type: 'app_home_opened', user: 'U1', tab: 'home' }),
    { type: 'url_verification', challenge: 'c' },
  ]
  const paths: [string, ...string[]] = [
    '/',
    '/play',
    '/play/AAAAAAAAAAAAAAAAAAAAAA',
    '/play/AAAAAAAAAAAAAAAAAAAAAA/c/quiz',
    '/play/picture/abc.png',
    '/board/abc.def',
    '/export/abc.def',
    '/healthz',
    '/readyz',
    '/base.css',
    '/tour',
    '/metrics',
    '/slack/events',
    '/slack/install',
    '/slack/oauth_redirect?code=abc&state=def',
    '/discord/interactions',
  ]
  const methods: [string, ...string[]] = ['GET', 'GET', 'GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'POST']
  const types: [string, ...string[]] = [
    ...['', ';', 'rubbish', 'text/plain', form.type, 'application/json; charset=utf-7'],
    ...['multipart/form-data; boundary=x', 'text/html, text/plain', 'x'.repeat(3000)],
  ] as [string, ...string[]]
  const posts: [string, ...string[]] = [
    '/play/AAAAAAAAAAAAAAAAAAAAAA/c/quiz/say',
    '/play/AAAAAAAAAAAAAAAAAAAAAA/c/quiz/press',
    '/play/AAAAAAAAAAAAAAAAAAAAAA/c/quiz/submit',
    '/play/AAAAAAAAAAAAAAAAAAAAAA/team',
    '/play/AAAAAAAAAAAAAAAAAAAAAA/me',
  ]
})

describe('a crowd of clients', () => {
  it('doesn’t block others with 1,000 open connections and requests that never end', async () => {
    const port = Number(new URL(app.address).port)
    const sockets: Socket[] = []
    for (let each = 0; each < 1000; each++) {
      const socket = connect(port, '127.0.0.1')
      socket.on('error', () => {})
      // Every second client sends only half of a head or half of a body.
      const head = `POST ${each % 3 === 0 ? '/slack/events' : '/discord/interactions'} HTTP/1.1\r\nhost: x\r\n`
      if (each % 4 === 0) socket.write(head)
      if (each % 4 === 2) socket.write(`${head}content-length: 1000\r\n\r\n{"type":`)
      sockets.push(socket)
      if (each % 100 === 99) await wait(10)
    }
    const begun = performance.now()
    expect(await send('/slack/events', slackSends.command(slashCommand('help')))).toBe(200)
    expect(await send('/discord/interactions', signedByDiscord('{"type":1}'))).toBe(200)
    expect(await send('/play', {})).toBe(303)
    expect(performance.now() - begun).toBeLessThan(2000)
    for (const socket of sockets) socket.destroy()
  })

  it('is asked to try again, separately for each player', async () => {
    const flood = (user: string) =>
      Array.from({ length: 60 }, async () => {
        const command = slackSends.command(slashCommand('topics', { user_id: user, team_id: 'TFLOOD' }))
        return (await fetch(`${app.address}/slack/events`, command)).text()
      })
    const answers = await Promise.all(flood('UFLOOD'))
    expect(answers.filter((answer) => answer.includes('Please try again')).length).toBeGreaterThanOrEqual(10)
    const calm = slackSends.command(slashCommand('topics', { user_id: 'UCALM', team_id: 'TFLOOD' }))
    expect(await (await fetch(`${app.address}/slack/events`, calm)).text()).not.toContain('Please try again')
  })
})

function text(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** Heap in MiB after garbage collection, without what the test kit stores. */
function heap(): number {
  for (const kept of [app.logged, app.slack.calls, app.discord.calls]) kept.length = 0
  collectGarbage()
  return process.memoryUsage().heapUsed / 1_048_576
}
