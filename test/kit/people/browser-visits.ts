import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import type { WebOptions } from '../../../src/adapters/web/index.ts'
import { type PlayServer, playServer } from '../product/play-server.ts'
import { findBrowser, openBrowser } from './browser.ts'

export type BrowserVisits = {
  /** Starts a playground, which stops after the test. */
  serve(thinkMs?: number, web?: Partial<WebOptions>): Promise<void>
  visit(path?: string, options?: BrowserContextOptions): Promise<Page>
  server(): PlayServer
  /** Ignores complaints that a test causes on purpose. */
  forgive(words: string): void
}

/**
 * Creates a browser and a playground for each test of a `describe`. A test fails if a page complains or requests
 * another host.
 */
export function browserVisits(): BrowserVisits {
  let browser: Browser
  let server: PlayServer
  let address = ''
  let complaints: string[] = []

  beforeAll(async () => {
    browser = await openBrowser(findBrowser() ?? '')
  })

  afterAll(() => browser?.close())

  afterEach(async () => {
    for (const context of browser.contexts()) await context.close()
    await server.close()
    expect(complaints).toEqual([])
  })

  return {
    async serve(thinkMs = 0, web = {}) {
      complaints = []
      server = await playServer({ thinkMs, web })
      address = await server.listen()
    },

    async visit(path = '/play', options = {}) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
      const page = await context.newPage()
      page.setDefaultTimeout(8_000)
      page.on('console', (message) => {
        if (['warning', 'error'].includes(message.type())) complaints.push(message.text())
      })
      page.on('pageerror', (error) => complaints.push(String(error)))
      page.on('dialog', (dialog) => {
        complaints.push(`a dialog opened: ${dialog.message()}`)
        void dialog.dismiss()
      })
      page.on('request', (request) => {
        if (!/^(http:\/\/127\.0\.0\.1|data:)/.test(request.url())) complaints.push(`asked ${request.url()}`)
      })
      await page.goto(new URL(path, address).href)
      return page
    },

    server: () => server,

    forgive(words) {
      complaints = complaints.filter((complaint) => !complaint.includes(words))
    },
  }
}
