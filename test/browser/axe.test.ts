import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { WebOptions } from '../../src/adapters/web/index.ts'
import { practiceFeedback } from '../../src/messages/practice.ts'
import { aQuestion } from '../contracts/store/scene.ts'
import type { BrowserWindow, TestBrowser } from '../kit/browsers/browser-window.ts'
import { browsers } from '../kit/browsers/browsers.ts'
import { type Reader, readerOf } from '../kit/browsers/reader.ts'
import { aProgress } from '../kit/product/a-progress.ts'
import { type PlayServer, playServer } from '../kit/product/play-server.ts'

const { question } = aQuestion('one')
const grade = { score: 0, verdict: 'incorrect' as const, points: [], misconceptions: [], readings: [] }
const told = practiceFeedback({ question, grade, text: 'No idea' })
const lines = ['Core', 'Docs'].map((name) => ({ name, points: [0, 3, 8, 0, 2, 9, 4, 7] }))
const days = Array.from({ length: 8 }, (_, week) => `2026-0${1 + Math.floor(week / 4)}-0${1 + (week % 4) * 2}`)

const web: Partial<WebOptions> = {
  doors: { playground: true, tour: true, slackInstall: '/slack/install' },
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

/** A wide screen by day, a phone at night. */
const screens = [
  ['light', { width: 1280, height: 800 }],
  ['dark', { width: 360, height: 640 }],
] as const

for (const { name, installed, start } of browsers()) {
  describe.skipIf(!installed)(`what assistive technology meets in ${name}`, () => {
    const { reader, window, address, forgive } = visits(start)

    /** What is wrong on every screen with what is shown now. */
    async function faults(): Promise<string[]> {
      const found: string[] = []
      for (const [scheme, size] of screens) {
        await window().resize(size)
        await window().paint(scheme)
        for (const fault of await reader().faults()) found.push(`${scheme}: ${fault}`)
      }
      return found
    }

    it.each([
      '/',
      '/tour',
      '/archive',
      '/archive/one',
      '/board/token',
      '/board/token/past',
      '/me/token',
      '/privacy',
      '/terms',
      '/support',
      '/nothing',
    ])('is without fault on %s', async (path) => {
      await window().goto(address() + path)
      expect(await faults()).toEqual([])
      if (path === '/nothing') forgive('404')
    })

    it('has no violations in the feedback on a past question', async () => {
      await window().goto(`${address()}/archive/one`)
      await reader().fills('#answer', 'No idea')
      await reader().clicks('button', 'Grade it')
      await reader().sees('main', 'What the grader found')
      await window().run('document.querySelectorAll("details").forEach((one) => { one.open = true })')
      expect(await faults()).toEqual([])
    })

    it('has no violations in any state of the playground', { timeout: 60_000 }, async () => {
      const { clicks, sees, fills } = reader()
      const found: Record<string, string[]> = {}
      const look = async (state: string): Promise<void> => {
        found[state] = await faults()
        await window().resize(screens[0][1])
      }
      await window().goto(`${address()}/play`)
      await look('empty')
      await clicks('button', 'Post today')
      await sees('.card button', 'Answer')
      await look('a question')
      await clicks('.card button', 'Answer')
      await sees('dialog[open]')
      await look('the form')
      await fills('dialog textarea', 'A temporary dyno')
      await clicks('dialog .primary')
      await sees('.private', 'Found: “A temporary dyno”')
      await clicks('button', 'Post the weekly')
      await sees('.board')
      await clicks('button', 'Close it')
      await sees('.thread', 'The answer')
      await look('an afternoon')
      await fills('#text', '/heroku-quiz ')
      await sees('#choices [role=option]')
      await look('completion')
      await fills('#text', '')
      await clicks('.you a')
      await sees('dialog[open]')
      await look('name and team')
      const place = await window().run('location.origin + location.pathname')
      await window().goto(`${place}/home`)
      await look('one’s own page')
      await window().goto(`${place}/me`)
      await look('name and team as a page')
      expect(found).toEqual(Object.fromEntries(Object.keys(found).map((state) => [state, []])))
    })
  })
}

/** A browser with one window, and a site for it to visit. */
function visits(start: () => Promise<TestBrowser>) {
  let browser: TestBrowser
  let window: BrowserWindow
  let server: PlayServer
  let address = ''

  beforeAll(async () => {
    server = await playServer({ web })
    address = await server.listen()
    browser = await start()
    window = await browser.open(screens[0][1])
  })

  afterEach(() => expect(browser.complaints.splice(0)).toEqual([]))

  afterAll(async () => {
    await window?.close()
    await browser?.close()
    await server?.close()
  })

  return {
    window: () => window,
    reader: (): Reader => readerOf(window),
    address: () => address,
    forgive(words: string) {
      const { complaints } = browser
      complaints.splice(0, complaints.length, ...complaints.filter((complaint) => !complaint.includes(words)))
    },
  }
}
