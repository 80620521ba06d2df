import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest'
import type { BrowserOptions, BrowserWindow, TestBrowser, WindowSize } from './browser-window.ts'
import { browsers } from './browsers.ts'
import { type Reader, readerOf } from './reader.ts'

export type Visits = {
  browser: string
  /** Opens the address in a new window without cookies, which closes after the test. */
  visit(url: string, size?: WindowSize): Promise<Visitor>
  /** Ignores complaints that a test causes on purpose. */
  forgive(words: string): void
}

export type Visitor = Reader & BrowserWindow

const wide: WindowSize = { width: 1280, height: 800 }
export const phone: WindowSize = { width: 360, height: 640 }

/** A `describe` for each browser. A test fails if a page complains. */
export function inEveryBrowser(
  what: string,
  tests: (visits: Visits) => void,
  options: BrowserOptions = { scripts: true },
): void {
  for (const { name, installed, start } of browsers()) {
    describe.skipIf(!installed)(`${what}, in ${name}`, () => {
      let browser: TestBrowser
      let windows: BrowserWindow[] = []

      beforeAll(async () => {
        browser = await start(options)
      })

      afterAll(() => browser?.close())

      afterEach(async () => {
        for (const window of windows) await window.close()
        windows = []
        expect(browser.complaints.splice(0)).toEqual([])
      })

      tests({
        browser: name,
        async visit(url, size = wide) {
          const window = await browser.open(size)
          windows.push(window)
          await window.goto(url)
          return { ...window, ...readerOf(window) }
        },
        forgive(words) {
          const { complaints } = browser
          complaints.splice(0, complaints.length, ...complaints.filter((complaint) => !complaint.includes(words)))
        },
      })
    })
  }
}

export async function faultsOf(page: Visitor): Promise<string[]> {
  const found: string[] = []
  for (const [scheme, size] of [
    ['light', wide],
    ['dark', phone],
  ] as const) {
    await page.resize(size)
    await page.paint(scheme)
    for (const fault of await page.faults()) found.push(`${scheme}: ${fault}`)
  }
  await page.paint('light')
  await page.resize(wide)
  return found
}
