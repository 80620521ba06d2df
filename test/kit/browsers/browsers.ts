import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { findBrowser } from '../people/browser.ts'
import type { BrowserOptions, TestBrowser } from './browser-window.ts'
import { startChromium } from './chromium.ts'
import { startFirefox } from './firefox.ts'
import { startWebKit } from './webkit.ts'

type Entry = { name: string; installed: boolean; start(options?: BrowserOptions): Promise<TestBrowser> }

const withScripts: BrowserOptions = { scripts: true }

/** The three browsers, for `describe.each`. One that isn't installed is printed as skipped. */
export function browsers(): Entry[] {
  const firefox = found('firefox-esr') ?? found('firefox')
  const missing = ['WebKitWebDriver', 'Xvfb'].filter((program) => !found(program))
  if (!firefox) console.warn('Tests in Firefox are skipped: neither firefox-esr nor firefox is installed')
  if (missing.length > 0) console.warn(`Tests in WebKit are skipped: ${missing.join(' and ')} not installed`)
  return [
    {
      name: 'Chromium',
      installed: findBrowser() !== undefined,
      start: (options = withScripts) => startChromium(options),
    },
    {
      name: 'Firefox',
      installed: firefox !== undefined,
      start: (options = withScripts) => startFirefox(firefox ?? '', options),
    },
    { name: 'WebKit', installed: missing.length === 0, start: (options = withScripts) => startWebKit(options) },
  ]
}

function found(program: string): string | undefined {
  const places = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, program))
  return places.find((path) => {
    try {
      accessSync(path, constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}
