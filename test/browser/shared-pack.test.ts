import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPack } from '../../src/adapters/question-files/index.ts'
import { useChromium } from '../kit/browsers/use-chromium.ts'
import { findBrowser } from '../kit/people/browser.ts'
import { weakContrasts } from '../kit/people/weak-contrasts.ts'
import { askForLink, linkTo, type Running } from '../kit/product/at-the-desk.ts'
import { wholeApp } from '../kit/product/whole-app.ts'

/** As in studio.test.ts. */
const pictures = process.env.STUDIO_PICTURES

describe.skipIf(!findBrowser())('a pack that goes to another workspace, in a browser', () => {
  const browser = useChromium()
  let app: Running
  const complaints: string[] = []

  beforeAll(async () => {
    app = await wholeApp()
    const { packs } = app.app.deps.store
    const { questions, titles } = await readPack('questions/samples/git')
    const synonyms = { undo: ['revert', 'reset', 'take back'], remote: ['origin', 'upstream'] }
    await askForLink(app)
    const pack = await packs.save(1, 'git', { language: 'en', forgivesSpelling: true, synonyms, titles })
    await packs.put(pack, questions, 'keep')
    app.slack.world.admins.add('U9')
  }, 60_000)

  afterAll(() => app?.close())

  async function atTheDesk(link: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
    const page = await (await browser().newContext({ viewport: { width: 1000, height: 760 }, ...options })).newPage()
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(app.address + new URL(link).pathname)
    await page.click('main button')
    return page
  }

  async function isFine(page: Page): Promise<void> {
    expect(await page.evaluate(weakContrasts)).toEqual([])
    await page.evaluate(axe.source)
    const { violations } = (await page.evaluate('axe.run()')) as axe.AxeResults
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target}`)).toEqual([])
  }

  const shoot = async (page: Page, name: string) => {
    if (pictures !== undefined) await page.screenshot({ path: `${pictures}/${name}.jpeg`, quality: 70 })
  }

  it('is offered by a link, viewed, copied once, and asked there', { timeout: 90_000 }, async () => {
    const viewport = { width: 1000, height: 1060 }
    const giver = await atTheDesk(await askForLink(app), { colorScheme: 'light', viewport })
    await giver.goto(`${app.address}/desk/studio/pack/git`)
    await giver.click('button[value=make]')
    expect(await giver.textContent('.said')).toContain('The link is below.')
    const shown = await giver.inputValue('[aria-labelledby=shares] input[readonly]')
    expect(shown).toMatch(/^https:\/\/quiz\.test\/desk\/studio\/shared\/[\w.-]+$/)
    await isFine(giver)
    await giver.evaluate("document.querySelector('#reading').scrollIntoView()")
    await shoot(giver, 'settings')

    const offer = app.address + new URL(shown).pathname
    const stranger = await (await browser().newContext()).newPage()
    const refused = await stranger.goto(offer)
    expect([refused?.status(), await stranger.textContent('main')]).toEqual([
      401,
      expect.stringContaining('open it again'),
    ])

    const receiver = await atTheDesk(await linkTo(app, 'slack:T2', 'U9'), { colorScheme: 'light' })
    await receiver.goto(offer)
    expect(await receiver.textContent('main')).toContain('20 questions in English.')
    await isFine(receiver)
    await shoot(receiver, 'offer')
    await receiver.fill('[name=name]', 'our-git')
    await receiver.click('main button.primary')
    await receiver.waitForURL('**/desk/studio/pack/our-git**')
    expect(await receiver.textContent('.said')).toContain('The pack is yours now.')
    expect(await receiver.locator('table.listing tbody tr').count()).toBe(20)
    const again = await receiver.goto(offer)
    expect([again?.status(), await receiver.textContent('main')]).toEqual([
      410,
      expect.stringContaining('It has already been used'),
    ])
    await giver.reload()
    expect(await giver.textContent('[aria-labelledby=shares]')).toContain('Used')
    expect(complaints.filter((one) => !/\b(401|410)\b/.test(one))).toEqual([])
  })

  it('has settings for reading answers, in a form that shows what is wrong', { timeout: 60_000 }, async () => {
    const page = await atTheDesk(await askForLink(app), { colorScheme: 'dark', viewport: { width: 360, height: 740 } })
    await page.goto(`${app.address}/desk/studio/pack/git`)
    await page.fill('[name=sets]', 'undo: [revert')
    await page.click('[aria-labelledby=reading] button')
    expect(await page.textContent('.problem')).toMatch(/Nothing was changed\. Synonyms: Line 1, column \d+/)
    expect(await page.inputValue('[name=sets]')).toBe('undo: [revert')
    await page.fill('[name=sets]', 'undo: [revert, reset]')
    await page.selectOption('[name=spelling]', 'exact')
    await page.click('[aria-labelledby=reading] button')
    expect(await page.textContent('.said')).toBe('Saved.')
    expect(await page.inputValue('[name=spelling]')).toBe('exact')
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
    await isFine(page)
  })
})
