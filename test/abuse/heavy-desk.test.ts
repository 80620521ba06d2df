import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createStudio } from '../../src/app/studio/studio.ts'
import { compileOverlaid } from '../../src/services/bank.ts'
import { aQuestion } from '../contracts/store/scene.ts'
import type { DeskPerson } from '../kit/people/desk-person.ts'
import { signedIn } from '../kit/product/at-the-desk.ts'
import { wholeApp } from '../kit/product/whole-app.ts'
import { tooLong } from './longest-turn.ts'

let app: Awaited<ReturnType<typeof wholeApp>>
let admin: DeskPerson
/** The clock moves between forms, because the desk limits the rate of requests. */
let ahead = 0

beforeAll(async () => {
  app = await wholeApp({ clock: { now: () => new Date(Date.now() + ahead) } })
  admin = await signedIn(app)
})
afterAll(() => app.close())

async function sends(path: string, fields: Record<string, string>) {
  ahead += 1000
  return admin.sends(path, fields)
}

const text = 'router dyno '.repeat(83).slice(0, 980)
const sorted = (count: number) => Array.from({ length: count }, (_, number) => `right: ${number} ${text}`).join('\n')
const points = (more: (number: number) => string) =>
  `points:\n${Array.from({ length: 150 }, (_, number) => `  - id: p${number}\n    label: l\n    ${more(number)}\n`).join('')}`

const heavy: Record<string, string> = {
  'names for every word': points((number) => `about: ["router", "r${number}"]\n    says: ["router", "dyno"]`),
  'long orders': points(() => 'order: ["router", "dyno", "router", "dyno"]'),
  'long chains': points((number) => `says: ["router ... dyno ... router ... dyno ... zz${number}"]`),
  'keys without an end': Array.from({ length: 3500 }, (_, number) => `k${number}:`).join('\n'),
  'lists in lists': `points: ${'[{a: '.repeat(3000)}`,
}

describe('the studio', () => {
  it.each(Object.entries(heavy))(
    'doesn’t block others while it tests a rubric with %s',
    async (_, rubric) => {
      const draft = { prompt: 'Why?', answer: text, pack: 'mine', topic: 'x', do: 'test', rubric, answers: sorted(4) }
      await admin.opens('/desk/studio')
      const statuses: number[] = []
      expect(await tooLong([['test', async () => statuses.push((await sends('/desk/studio', draft)).status)]])).toEqual(
        [],
      )
      for (const status of statuses) expect([200, 422]).toContain(status)
    },
    120_000,
  )

  it('stores only the typed YAML, no matter how much its aliases expand to', async () => {
    const set = `&a [${Array.from({ length: 500 }, (_, number) => `word${number}`).join(', ')}]`
    const sets = Array.from({ length: 90 }, (_, number) => `  s${number}: *a`).join('\n')
    const rubric = `synonyms:\n  s: ${set}\n${sets}\npoints:\n  - id: a\n    label: a\n    says: ["apple"]\n`
    const seen = await sends('/desk/studio', { prompt: 'Which?', answer: 'apple', do: 'test', rubric, answers: '' })
    expect(seen.text).toContain('expands its aliases')
  })

  it('gives up on a rubric that takes too long, refuses too many requests, and then serves the next one', async () => {
    const rubric = heavy['names for every word'] ?? ''
    const draft = { prompt: 'Why?', answer: text, pack: '', topic: '', rubric }
    const all = {
      ...draft,
      answers: sorted(200),
      id: '',
      seen: '',
      sources: '',
      origin: '',
      hint: '',
      explanation: '',
      difficulty: '',
    }
    const studio = createStudio(5000)
    try {
      const crowd = await Promise.allSettled(
        [1, 2, 3].map(() => studio.tryDraft(1, { draft: all, live: false }, { exactSpelling: false, language: 'en' })),
      )
      expect(crowd.map((one) => one.status === 'rejected' && one.reason.code)).toEqual([
        ...['draft-too-slow', 'draft-too-slow', 'studio-busy'],
      ])
      const others = await Promise.allSettled(
        Array.from({ length: 9 }, (_, at) => studio.draft(at, { prompt: 'Why?', answer: 'x' })),
      )
      expect(others.filter(({ status }) => status === 'rejected')).toHaveLength(1)
    } finally {
      await studio.close()
    }
  }, 60_000)
})

describe('the page of suggestions', () => {
  it('doesn’t block others with fifty accepted suggestions, and shows the newest', async () => {
    const { store, clock } = app.app.deps
    for (let number = 0; number < 60; number++) {
      const answer = Array.from(
        { length: 250 },
        (_, at) => `${String.fromCharCode(97 + (at % 26))}o${(at * 7 + number) % 97}`,
      )
      const suggestion = { prompt: `Why number ${number}?`, answer: answer.join(', ').slice(0, 1000) }
      const most = { ofPlayer: 100, ofWorkspace: 100 }
      const added = await store.suggestions.add(
        { ...suggestion, workspaceId: 1, playerId: 1, suggestedAt: clock.now() },
        most,
      )
      await store.suggestions.decide(1, added?.id ?? 0, { state: 'taken', decidedAt: clock.now() })
    }
    const page = await admin.opens('/desk/suggestions')
    expect(page.text).toContain('Why number 59?')
    expect(page.html).toContain('prompt: Why number 59?')
    expect(page.html.length).toBeLessThan(500_000)
    expect(await tooLong([['suggestions', () => admin.opens('/desk/suggestions')]])).toEqual([])
  }, 60_000)
})

describe('a desk form with a very long field', () => {
  const long = { blanks: `${' '.repeat(60_000)}x`, words: 'ab '.repeat(20_000), digits: '1'.repeat(60_000) }
  const forms = ['zone', 'topics', 'holidays', 'mention', 'reveal-after'].map(
    (name) => [`the setting ${name}`, '/desk/setup/settings', name] as const,
  )

  it.each([
    ...forms,
    ['the zone of a schedule', '/desk/setup/schedule', 'zone'],
    ['the day of the weekly board', '/desk/setup/weekly', 'day'],
    ['a number of teams', '/desk/teams/balance', 'count'],
  ] as const)('doesn’t block others and gets a small response: %s', async (_, path, name) => {
    await sends('/desk/setup', {})
    const { html } = await admin.opens('/desk/setup')
    const hidden = Object.fromEntries(
      ['channel', 'seen'].map((field) => [field, new RegExp(`name="${field}" value="([^"]+)"`).exec(html)?.[1] ?? '']),
    )
    for (const [what, value] of Object.entries(long)) {
      const fields = { ...hidden, time: '09:00', 'day-1': 'on', do: 'propose', [name]: value }
      const sizes: number[] = []
      const send = async () => sizes.push((await sends(path, fields)).html.length)
      expect(await tooLong([[what, send]])).toEqual([])
      expect(Math.max(...sizes)).toBeLessThan(90_000)
    }
  })

  it('is refused if none of our forms has that field', async () => {
    expect((await sends('/desk/setup/settings', { zone: 'x'.repeat(100_000) })).status).toBe(413)
  })
})

describe('a form with a file', () => {
  const part = (head: string) => `--b\r\nContent-Disposition: form-data; ${head}\r\n\r\n\r\n`
  it.each([
    ['a hundred thousand files', part('name="file"; filename="x"').repeat(100_000)],
    ['as many fields', Array.from({ length: 150_000 }, (_, number) => part(`name="${number}"`)).join('')],
    ['a head without end', `--b\r\n${'X: y\r\n'.repeat(1_600_000)}\r\n\r\n`],
    ['a name without end', part(`name="${'%22'.repeat(3_000_000)}"`)],
  ])(
    'is refused without blocking others if it is %s',
    async (what, parts) => {
      const headers = { cookie: admin.cookie(), 'content-type': 'multipart/form-data; boundary=b' }
      const body = new TextEncoder().encode(`${parts}--b--\r\n`)
      const statuses: number[] = []
      const send = async () => {
        ahead += 1000
        statuses.push((await fetch(`${app.address}/desk/imports`, { method: 'POST', headers, body })).status)
      }
      await send()
      expect(await tooLong([[what, send]])).toEqual([])
      for (const status of statuses) expect(status).toBe(400)
    },
    60_000,
  )
})

describe('a pattern taught to the grader', () => {
  it('is left out before it blocks others if the question has long examples', async () => {
    const chain = Array.from({ length: 40 }, (_, at) => (at % 2 === 0 ? 'router' : 'dyno')).join(' ... ')
    const says = [...Array.from({ length: 39 }, (_, number) => `${chain} ... z${number}`), 'router']
    const examples = Array.from({ length: 200 }, (_, at) => ({
      answer: `${at} ${text}`,
      verdict: 'incorrect' as const,
    }))
    const found = aQuestion('heavy')
    const [point] = found.question.rubric.points
    const heavyOne = { ...found, question: { ...found.question, examples } }
    const additions = [{ point: point?.id ?? '', says }]
    const before = process.threadCpuUsage()
    const { left } = compileOverlaid(heavyOne, { questionVersion: '', additions })
    const { user, system } = process.threadCpuUsage(before)
    expect(left).toHaveLength(40)
    // Before the fix it took 28 s, and 2 s if all examples fit.
    expect((user + system) / 1000).toBeLessThan(800)
  })
})
