import puppeteer, { type Browser } from 'puppeteer-core'
import { type BrowserOptions, isOurs, paintedBy, type TestBrowser } from './browser-window.ts'
import { keep } from './kept.ts'

/** Debian's Firefox, through WebDriver BiDi. Playwright supports only its patched Firefox. */
export async function startFirefox(executablePath: string, { scripts }: BrowserOptions): Promise<TestBrowser> {
  // Scripts can only be turned off for the whole browser.
  const browser = await keep(
    `Firefox, scripts: ${scripts}`,
    () => launch(executablePath, scripts),
    (started) => started.close(),
  )
  const complaints: string[] = []
  return {
    complaints,
    async open(viewport) {
      const context = await browser.createBrowserContext()
      const page = await context.newPage()
      await page.setViewport(viewport)
      page.on('console', (message) => complaints.push(message.text()))
      page.on('pageerror', (error) => complaints.push(String(error)))
      page.on('request', (request) => {
        if (!isOurs(request.url())) complaints.push(`asked ${request.url()}`)
      })
      return {
        goto: async (url) => void (await page.goto(url)),
        run: (expression) => page.evaluate(expression),
        async press(key, held) {
          if (held) await page.keyboard.down(held)
          await page.keyboard.press(key)
          if (held) await page.keyboard.up(held)
        },
        type: (text) => page.keyboard.type(text),
        clickAt: (x, y) => page.mouse.click(x, y),
        resize: (size) => page.setViewport(size),
        paint: async (scheme) => void (await page.evaluate(paintedBy(scheme))),
        close: () => context.close(),
      }
    },
    close: async () => {},
  }
}

function launch(executablePath: string, scripts: boolean): Promise<Browser> {
  return puppeteer.launch({
    browser: 'firefox',
    executablePath,
    extraPrefsFirefox: {
      'javascript.enabled': scripts,
      'ui.prefersReducedMotion': 1,
      // A headless Firefox reports that there is no mouse. These values report a precise pointer that can hover.
      'ui.primaryPointerCapabilities': 6,
      'ui.allPointerCapabilities': 6,
      'layout.css.prefers-color-scheme.content-override': 1,
    },
  })
}
