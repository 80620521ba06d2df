import { type BrowserOptions, isOurs, type TestBrowser } from './browser-window.ts'
import { keptChromium } from './use-chromium.ts'

export async function startChromium({ scripts }: BrowserOptions): Promise<TestBrowser> {
  const browser = await keptChromium()
  const complaints: string[] = []
  return {
    complaints,
    async open(viewport) {
      const context = await browser.newContext({ viewport, javaScriptEnabled: scripts, reducedMotion: 'reduce' })
      const page = await context.newPage()
      page.on('console', (message) => complaints.push(message.text()))
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('request', (request) => {
        if (!isOurs(request.url())) complaints.push(`asked ${request.url()}`)
      })
      return {
        goto: async (url) => void (await page.goto(url)),
        run: (expression) => page.evaluate(expression),
        press: (key, held) => page.keyboard.press(held ? `${held}+${key}` : key),
        type: (text) => page.keyboard.type(text),
        clickAt: (x, y) => page.mouse.click(x, y),
        resize: (size) => page.setViewportSize(size),
        paint: (colorScheme) => page.emulateMedia({ colorScheme }),
        close: () => context.close(),
      }
    },
    close: async () => {},
  }
}
