import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { WebOptions } from '../../src/adapters/web/index.ts'
import { practiceFeedback } from '../../src/messages/practice.ts'
import { aQuestion } from '../contracts/store/scene.ts'
import { findBrowser } from '../kit/people/browser.ts'
import { browserVisits } from '../kit/people/browser-visits.ts'
import { aProgress } from '../kit/product/a-progress.ts'

/** Half as long as the one for reading. */
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

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

describe.skipIf(!findBrowser())('what assistive technology meets', () => {
  const { serve, visit, server, forgive } = browserVisits()

  /**
   * What axe finds, each as its rule and where. It comes into a document once, and hands out nothing but faults: all that
   * is well are hundreds of kilobytes, which take longer to get here than to find.
   */
  async function violations(page: Page): Promise<string[]> {
    if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe)
    return page.evaluate(`axe.run({ resultTypes: ['violations'] }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ': ' + target.join(' '))))`)
  }

  const screens = [
    { colorScheme: 'light', viewport: { width: 1280, height: 800 } },
    { colorScheme: 'dark', viewport: { width: 360, height: 640 } },
  ] as const

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
    await serve(0, web)
    // Colors that change slowly would be caught on their way.
    const page = await visit(path, { reducedMotion: 'reduce' })
    for (const { colorScheme, viewport } of screens) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize(viewport)
      expect([colorScheme, await violations(page)]).toEqual([colorScheme, []])
    }
    if (path === '/nothing') forgive('404')
  })

  it('is without fault in what the grader says of a past question', async () => {
    await serve(0, web)
    const page = await visit('/archive/one')
    await page.fill('#answer', 'No idea')
    await page.click('text=Grade it')
    await page.locator('text=What the grader found').waitFor()
    await page.locator('summary').last().click()
    expect(await violations(page)).toEqual([])
  })

  it.each(screens)('is without fault in the playground, state by state: $colorScheme', async (screen) => {
    await serve(0, web)
    const page = await visit('/play', { ...screen, reducedMotion: 'reduce' })
    const found: Record<string, string[]> = {}
    const look = async (state: string): Promise<void> => {
      found[state] = await violations(page)
    }
    await look('empty')
    await page.click('text=Post today')
    await page.locator('.card button >> text=Answer').waitFor()
    await look('a question')
    await page.click('.card button >> text=Answer')
    await page.locator('dialog[open]').waitFor()
    await look('the form')
    await page.fill('dialog textarea', 'A temporary dyno')
    await page.click('dialog .primary')
    await page.locator('.private >> text=Found: “A temporary dyno”').waitFor()
    await page.click('text=Post the weekly')
    await page.locator('.board').waitFor()
    await page.click('text=Close it')
    await page.locator('.thread >> text=The answer').first().waitFor()
    await look('an afternoon')
    await page.fill('#text', '/heroku-quiz ')
    await page.locator('#choices [role=option]').first().waitFor()
    await look('completion')
    await page.fill('#text', '')
    await page.click('.you a')
    await page.locator('dialog[open]').waitFor()
    await look('name and team')
    await page.goto(`${page.url().split('#')[0]}/home`)
    await look('one’s own page')
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((state) => [state, []])))
  })

  it('is without fault where no script runs', async () => {
    await serve(0, web)
    const page = await visit('/play')
    await page.click('text=Post today')
    await page.locator('.card').waitFor()
    const form = await server().app.inject('/play')
    expect(form.statusCode).toBe(303)
    await page.goto(`${page.url()}/me`)
    expect(await page.locator('h1').count()).toBe(1)
    expect(await violations(page)).toEqual([])
  })
})
