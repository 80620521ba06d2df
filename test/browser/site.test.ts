import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { useChromium } from '../kit/browsers/use-chromium.ts'
import { findBrowser } from '../kit/people/browser.ts'
import { weakContrasts } from '../kit/people/weak-contrasts.ts'
import { type PlayServer, playServer } from '../kit/product/play-server.ts'

describe.skipIf(!findBrowser())('the pages of the site in a browser', () => {
  const browser = useChromium()
  let server: PlayServer
  let address: string

  beforeAll(async () => {
    server = await playServer()
    address = await server.listen()
  })

  afterAll(() => server?.close())

  it.each(['/', '/privacy', '/terms', '/support', '/nothing'])(
    '%s can be read in light and in dark, fits a phone, and leads to privacy, terms and support',
    async (path) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        const context = await browser().newContext({ colorScheme, viewport: { width: 320, height: 640 } })
        const page = await context.newPage()
        const complaints: string[] = []
        page.on('console', (message) => complaints.push(message.text()))
        await page.goto(address + path)
        expect(complaints.filter((words) => !(path === '/nothing' && words.includes('404')))).toEqual([])
        expect([colorScheme, await page.evaluate(weakContrasts)]).toEqual([colorScheme, []])
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
        expect(await page.locator('h1').count()).toBe(1)
        expect(await page.locator('main').count()).toBe(1)
        expect(await page.locator('footer nav a').allTextContents()).toEqual(['Privacy', 'Terms', 'Support'])
        await page.click('footer >> text=Privacy')
        expect(await page.locator('h1').textContent()).toBe('Privacy')
        await context.close()
      }
    },
  )
})
