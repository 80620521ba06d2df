import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { findBrowser, openBrowser } from '../people/browser.ts'
import { keep } from './kept.ts'

export function keptChromium(): Promise<Browser> {
  return keep(
    'Chromium',
    () => openBrowser(findBrowser() ?? ''),
    (browser) => browser.close(),
  )
}

/** Chromium for the tests of a `describe`, whose windows close after them. */
export function useChromium(): () => Browser {
  let browser: Browser

  beforeAll(async () => {
    browser = await keptChromium()
  })

  afterAll(async () => {
    for (const context of browser?.contexts() ?? []) await context.close()
  })

  return () => browser
}
