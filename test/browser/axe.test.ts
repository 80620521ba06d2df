import { afterAll, beforeAll, expect, it } from 'vitest'
import type { WebOptions } from '../../src/adapters/web/index.ts'
import { practiceFeedback } from '../../src/messages/practice.ts'
import { aQuestion } from '../contracts/store/scene.ts'
import { faultsOf, inEveryBrowser } from '../kit/browsers/in-every-browser.ts'
import { aProgress } from '../kit/product/a-progress.ts'
import { type PlayServer, playServer } from '../kit/product/play-server.ts'

const { question } = aQuestion('one')
const grade = { score: 0, verdict: 'incorrect' as const, points: [], misconceptions: [], readings: [] }
const told = practiceFeedback({ question, grade, text: 'No idea' })
const lines = ['Core', 'Docs'].map((name) => ({ name, points: [0, 3, 8, 0, 2, 9, 4, 7] }))
const days = Array.from({ length: 8 }, (_, week) => `2026-0${1 + Math.floor(week / 4)}-0${1 + (week % 4) * 2}`)

const web: Partial<WebOptions> = {
  doors: {
    chats: [
      { href: '/play', text: 'Play', as: 'primary' },
      { href: '/slack/install', text: 'Add to Slack', as: 'button' },
    ],
    playground: true,
    tour: true,
  },
  example: async () => ({ question, text: 'No idea', told }),
  archive: {
    list: async () => [{ id: 'one', version: 'v1', topic: 'dynos', difficulty: 'easy', prompt: question.prompt }],
    find: async (id) => (id === 'one' ? question : undefined),
    play: async () => ({ question, told }),
  },
  past: async () => ({
    workspaceName: 'Acme',
    days: [
      { day: '2026-03-03', players: 5, correct: 2, question },
      { day: '2026-03-02', players: 1, correct: 0 },
    ],
    next: 1,
  }),
  progress: async () => aProgress,
  board: async (_token, choice) => ({
    ...choice,
    workspaceName: 'Acme',
    standings: [
      { rank: 1, subjectId: 1, name: 'Core', points: 31, movement: 1 },
      { rank: 2, subjectId: 2, name: 'Docs', points: 9 },
    ],
    weeks: { days, lines },
    topics: [{ topic: 'key-value-store', asked: 4, answered: 20, correct: 12, expected: 0.62, most: 5 }],
    season: {
      running: { length: 'quarter', startsOn: '2026-01-01' },
      daysLeft: 12,
      past: ['2025-10-01', '2025-07-01', '2025-04-01'].map((startsOn) => ({
        length: 'quarter',
        startsOn,
        places: ['Core', 'Docs', 'The People of the Very Long Corridor on the Third Floor'].map((name, index) => ({
          by: 'teams',
          subjectId: index,
          rank: index + 1,
          points: 900 - 250 * index,
          name,
        })),
      })),
    },
  }),
}

const paths = [
  ...['/', '/tour', '/archive', '/archive/one', '/board/token', '/board/token/past', '/me/token'],
  ...['/privacy', '/terms', '/support', '/nothing'],
]

inEveryBrowser('what assistive technology meets', ({ visit, forgive }) => {
  let server: PlayServer
  let address = ''

  beforeAll(async () => {
    server = await playServer({ web })
    address = await server.listen()
  })

  afterAll(() => server?.close())

  it('has no violations on any page', async () => {
    const page = await visit(`${address}/`)
    const found: Record<string, string[]> = {}
    for (const path of paths) {
      await page.goto(address + path)
      found[path] = await faultsOf(page)
    }
    expect(found).toEqual(Object.fromEntries(paths.map((path) => [path, []])))
    forgive('404')
  })

  it('has no violations in the feedback on a past question', async () => {
    const page = await visit(`${address}/archive/one`)
    await page.fills('#answer', 'No idea')
    await page.clicks('button', 'Grade it')
    await page.sees('main', 'What the grader found')
    await page.run('document.querySelectorAll("details").forEach((one) => { one.open = true })')
    expect(await faultsOf(page)).toEqual([])
  })

  it('has no violations in any state of the playground', async () => {
    const page = await visit(`${address}/play`)
    const found: Record<string, string[]> = {}
    const look = async (state: string): Promise<void> => {
      found[state] = await faultsOf(page)
    }
    await look('empty')
    await page.clicks('button', 'Post today')
    await page.sees('.card button', 'Answer')
    await look('a question')
    await page.clicks('.card button', 'Answer')
    await page.sees('dialog[open]')
    await look('the form')
    await page.fills('dialog textarea', 'A temporary dyno')
    await page.clicks('dialog .primary')
    await page.sees('.private', 'Found: “A temporary dyno”')
    await page.clicks('button', 'Post the weekly')
    await page.sees('.board')
    await page.clicks('button', 'Close it')
    await page.sees('.thread', 'The answer')
    await look('an afternoon')
    await page.fills('#text', '/heroku-quiz ')
    await page.sees('#choices [role=option]')
    await look('completion')
    await page.fills('#text', '')
    await page.clicks('.you a')
    await page.sees('dialog[open]')
    await look('name and team')
    const place = await page.run('location.origin + location.pathname')
    await page.goto(`${place}/home`)
    await look('one’s own page')
    await page.goto(`${place}/me`)
    await look('name and team as a page')
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((state) => [state, []])))
  })
})
