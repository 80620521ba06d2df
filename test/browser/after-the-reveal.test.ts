import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { useChromium } from '../kit/browsers/use-chromium.ts'
import { findBrowser } from '../kit/people/browser.ts'
import { wholeApp } from '../kit/product/whole-app.ts'

describe.skipIf(!findBrowser())('after a reveal, in a browser', () => {
  const browser = useChromium()
  let app: Awaited<ReturnType<typeof wholeApp>>

  beforeAll(async () => {
    app = await wholeApp()
  })

  afterAll(() => app?.close())

  it('a press of a button counts for practice, and the archive links to the answer and to practice', async () => {
    const page = await (await browser().newContext()).newPage()
    await page.goto(`${app.address}/play`)
    await page.click('text=Post today')
    await page.locator('.card button >> text=Answer').waitFor()
    await page.click('text=Close it')
    await page.click('.thread button >> text=New to me')
    await page.locator('.private >> text=Noted: it was new to you.').waitFor()
    expect(await page.locator('.thread >> text=in the thread').count()).toBe(0)
    await page.fill('#text', '/heroku-quiz archive')
    await page.keyboard.press('Enter')
    await page.click('.private button >> text=#1')
    await page.locator('.private >> text=A temporary dyno for admin tasks.').waitFor()
    await page.click('.private button >> text=Practice it')
    await page.locator('dialog[open] textarea').waitFor()
  })

  it('no button offers another try, and if two questions close at the same time, each line names its question', async () => {
    const page = await (await browser().newContext()).newPage()
    await page.goto(`${app.address}/play`)
    await page.click('text=Post today')
    await page.locator('.card button >> text=Answer').waitFor()
    await page.click('.card button >> text=Answer')
    await page.fill('dialog textarea', 'something else')
    await page.click('dialog .primary')
    await page.locator('.private button >> text=Try again').waitFor()
    await page.fill('#text', '/heroku-quiz ask')
    await page.keyboard.press('Enter')
    await page.click('.schedule button >> text=Close all 2')
    await page.locator('.entry >> text=The answer to “').nth(1).waitFor()
    await page.locator('.schedule button >> text=Close it').waitFor()
    expect(await page.locator('.private button:visible >> text=Try again').count()).toBe(0)
  })
})
