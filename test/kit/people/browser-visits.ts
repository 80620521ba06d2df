import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, expect } from 'vitest'
import type { WebOptions } from '../../../src/adapters/web/index.ts'
import { patienceMs } from '../browsers/reader.ts'
import { useChromium } from '../browsers/use-chromium.ts'
import { type PlayServer, playServer } from '../product/play-server.ts'

export type BrowserVisits = {
  /** Starts a playground, or keeps the one before if it has the same options. Each visitor has a sandbox in it. */
  serve(thinkMs?: number, web?: Partial<WebOptions>): Promise<void>
  visit(path?: string, options?: BrowserContextOptions): Promise<Page>
  server(): PlayServer
  /** Ignores complaints that a test causes on purpose. */
  forgive(words: string): void
}

const nothingElse = {}

/** Provides a browser and a playground for the tests of a `describe`. A test fails if a page complains or requests another host. */
export function browserVisits(): BrowserVisits {
  const browser = useChromium()
  let server: PlayServer
  let address = ''
  let served: unknown[] = []
  let complaints: string[] = []

  afterEach(async () => {
    for (const context of browser().contexts()) await context.close()
    await server.quiz.settled()
    expect(complaints).toEqual([])
  })

  afterAll(() => server?.close())

  return {
    async serve(thinkMs = 0, web = nothingElse) {
      complaints = []
      if (served[0] === thinkMs && served[1] === web) return
      await server?.close()
      served = [thinkMs, web]
      server = await playServer({ thinkMs, web })
      address = await server.listen()
    },

    async visit(path = '/play', options = {}) {
      const context = await browser().newContext({ viewport: { width: 1280, height: 800 }, ...options })
      const page = await context.newPage()
      page.setDefaultTimeout(patienceMs)
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
