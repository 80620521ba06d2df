import { describe, expect, it, onTestFinished } from 'vitest'
import { useChromium } from '../kit/browsers/use-chromium.ts'
import { findBrowser } from '../kit/people/browser.ts'
import { playServer } from '../kit/product/play-server.ts'

const days = Array.from({ length: 8 }, (_, week) => `2026-03-0${1 + week}`)
const standings = [{ rank: 1, subjectId: 1, name: 'Core', points: 31 }]
const lines = ['Core', 'Docs'].map((name, at) => ({ name, points: days.map((_, week) => 3 + at + week) }))

describe.skipIf(!findBrowser())('in a browser with forced colors', () => {
  const browser = useChromium()

  it('the board shows which view is chosen, and which line belongs to which team', async () => {
    const server = await playServer({
      web: {
        board: async (_token, choice) => ({
          ...choice,
          workspaceName: 'Acme',
          standings,
          weeks: { days, lines },
          topics: [],
        }),
      },
    })
    onTestFinished(server.close)
    const address = await server.listen()
    const page = await (await browser().newContext({ forcedColors: 'active' })).newPage()
    onTestFinished(() => page.context().close())
    await page.goto(`${address}/board/token`)
    const style = (selector: string, property: string) =>
      page.evaluate(
        `[...document.querySelectorAll('${selector}')].map((one) => getComputedStyle(one).getPropertyValue('${property}'))`,
      ) as Promise<string[]>
    for (const line of await style('.picks [aria-current]', 'text-decoration-line')) expect(line).toBe('underline')
    const colors = await style('.swatch', 'color')
    expect([colors.length, new Set(colors).size]).toEqual([2, 2])
    expect(await style('.line', 'color')).toEqual(colors)
  })
})
