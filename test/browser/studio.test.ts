import { mkdirSync } from 'node:fs'
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { useChromium } from '../kit/browsers/use-chromium.ts'
import { findBrowser } from '../kit/people/browser.ts'
import { weakContrasts } from '../kit/people/weak-contrasts.ts'
import { askForLink, type Running } from '../kit/product/at-the-desk.ts'
import { wholeApp } from '../kit/product/whole-app.ts'

/**
 * `STUDIO_PICTURES=docs/packs npx vitest run test/browser/studio.test.ts` takes the pictures of docs/packs.md again.
 */
const pictures = process.env.STUDIO_PICTURES

const answers = [
  ['yeast makes gas', 'r'],
  ['the yeast makes gas that lifts it', 'r'],
  ['gas made by yeast', 'r'],
  ['yeast', 'h'],
  ['just the yeast', 'h'],
  ['some gas', 'h'],
  ['salt', 'w'],
  ['the heat of the oven', 'w'],
  ['flour', 'w'],
  ['stirring', 'w'],
] as const

describe.skipIf(!findBrowser())('the studio in a browser', () => {
  const browser = useChromium()
  let app: Running
  const complaints: string[] = []

  beforeAll(async () => {
    app = await wholeApp()
  }, 60_000)

  afterAll(() => app?.close())

  async function atTheStudio(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
    const page = await (await browser().newContext(options)).newPage()
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(app.address + new URL(await askForLink(app)).pathname)
    await page.click('main button')
    await page.goto(`${app.address}/desk/studio`)
    return page
  }

  const says = (page: Page, words: string) =>
    expect.poll(() => page.textContent('#agreement'), { timeout: 10_000, interval: 50 }).toContain(words)

  it('leads a new author to a published question: typed, tested while typing, sorted with keys', {
    timeout: 90_000,
  }, async () => {
    const page = await atTheStudio({ viewport: { width: 1200, height: 900 } })
    await page.fill('[name=prompt]', 'What makes bread rise?')
    await page.fill('[name=answer]', 'Yeast, which makes gas.')
    await page.fill('[name=pack]', 'kitchen')
    await page.focus('[name=answers]')
    await page.keyboard.type('yeast makes gas')
    // Graded while typing, with a draft that isn't in the form yet.
    await expect.poll(() => page.textContent('#outcome'), { timeout: 10_000 }).toContain('yeast makes gas')
    expect(await page.inputValue('[name=rubric]')).toBe('')
    expect(await page.evaluate('document.activeElement.name')).toBe('answers')

    await page.click('button[value=test]')
    await expect.poll(() => page.inputValue('[name=rubric]'), { timeout: 10_000 }).toContain('points:')
    await page.fill('[name=answers]', answers.map(([text]) => text).join('\n'))
    await expect.poll(() => page.locator('.tried li').count(), { timeout: 10_000 }).toBe(answers.length)
    await page.locator('.tried button').first().focus()
    for (const [at, [, key]] of answers.entries()) {
      await page.keyboard.press(key)
      await says(page, `of ${at + 1} are`)
    }
    expect(await page.inputValue('[name=answers]')).toContain('right: gas made by yeast\nhalf: yeast\n')

    // Accepts suggestions until all answers are graded as sorted.
    for (let press = 0; press < 12; press++) {
      if ((await page.textContent('#agreement'))?.includes('Ready')) break
      const before = await page.inputValue('[name=rubric]')
      await page.locator('.offers button').first().click()
      await expect.poll(() => page.inputValue('[name=rubric]'), { timeout: 10_000 }).not.toBe(before)
    }
    await says(page, '10 of 10 are graded as you sorted them. Ready to publish.')
    await page.click('button[value=publish]')
    await page.waitForSelector('.said')
    expect(await page.textContent('.said')).toContain('Published.')
    expect(await page.textContent('main')).toContain('kitchen (1 question)')
    await page.context().close()
    expect(complaints).toEqual([])
  })

  it('keeps form and YAML in sync while either is edited', { timeout: 60_000 }, async () => {
    const page = await atTheStudio()
    await page.goto(`${app.address}/desk/studio/pack/kitchen/what-makes-bread-rise`)
    await page.fill('[name=idea-0-label]', 'A living thing')
    await expect.poll(() => page.inputValue('[name=rubric]'), { timeout: 10_000 }).toContain('label: A living thing')
    await page.focus('[name=idea-0-says]')
    await page.keyboard.press('End')
    await page.keyboard.type('\nleaven')
    await expect.poll(() => page.inputValue('[name=rubric]'), { timeout: 10_000 }).toContain('- leaven')
    expect(await page.evaluate('document.activeElement.name')).toBe('idea-0-says')
    const yaml = await page.inputValue('[name=rubric]')
    await page.fill('[name=rubric]', yaml.replace('A living thing', 'A fungus'))
    await expect.poll(() => page.inputValue('[name=idea-0-label]'), { timeout: 10_000 }).toBe('A fungus')
    await page.fill('[name=rubric]', `${yaml}points: [`)
    await expect.poll(() => page.textContent('#outcome'), { timeout: 10_000 }).toMatch(/Line \d+, column \d+:/)
    expect(await page.inputValue('[name=idea-0-label]')).toBe('A fungus')
    await page.context().close()
    expect(complaints).toEqual([])
  })

  it('keeps typed text until it is published or the author signs out', { timeout: 60_000 }, async () => {
    const page = await atTheStudio()
    const typed = { prompt: 'What makes soup salty?', answer: 'Salt.', answers: 'salt\nthe salt in it' }
    const inForm = async () =>
      Object.fromEntries(
        await Promise.all(Object.keys(typed).map(async (name) => [name, await page.inputValue(`[name=${name}]`)])),
      )
    for (const [name, text] of Object.entries(typed)) await page.fill(`[name=${name}]`, text)
    await page.reload()
    expect(await inForm()).toEqual(typed)
    expect(await page.isVisible('#kept')).toBe(true)
    await page.click('nav a[href="/desk/figures"]')
    // Another question has a separate draft.
    await page.goto(`${app.address}/desk/studio/pack/kitchen/what-makes-bread-rise`)
    expect(await page.inputValue('[name=prompt]')).toBe('What makes bread rise?')
    expect(await page.isVisible('#kept')).toBe(false)
    await page.fill('[name=prompt]', 'What makes bread rise so well?')
    expect(await page.evaluate('Object.keys(sessionStorage).join()')).toContain('what-makes-bread-rise')
    await page.click('button[value=publish]')
    await page.waitForSelector('.said')
    expect(await page.textContent('.said')).toContain('Published.')
    expect(await page.evaluate('Object.keys(sessionStorage).join()')).not.toContain('what-makes-bread-rise')
    await page.goto(`${app.address}/desk/studio`)
    expect(await inForm()).toEqual(typed)
    await page.click('#kept button')
    await expect.poll(inForm, { timeout: 10_000 }).toEqual({ prompt: '', answer: '', answers: '' })
    await page.fill('[name=prompt]', typed.prompt)
    await page.click('button[value=here]')
    await page.waitForSelector('.desk-door')
    expect(await page.evaluate('sessionStorage.length')).toBe(0)
    await page.context().close()
    expect(complaints).toEqual([])
  })

  it('says that the author is signed out, and has their text when they are back', { timeout: 60_000 }, async () => {
    const page = await atTheStudio()
    await page.context().clearCookies()
    await page.fill('[name=prompt]', 'What makes soup salty?')
    await says(page, 'You’re signed out.')
    expect(complaints.splice(0)).toEqual([expect.stringContaining('401')])
    // Chats open links in a new tab.
    const other = await page.context().newPage()
    await other.goto(app.address + new URL(await askForLink(app)).pathname)
    await other.click('main button')
    await other.waitForURL('**/desk')
    await page.fill('[name=answer]', 'Salt.')
    await says(page, 'Load the page again to go on.')
    expect(complaints.splice(0)).toEqual([expect.stringContaining('403')])
    await page.reload()
    expect(await page.inputValue('[name=prompt]')).toBe('What makes soup salty?')
    expect(await page.inputValue('[name=answer]')).toBe('Salt.')
    await page.context().close()
  })

  it('drops typed text when the author starts over, even if a result arrives afterwards', async () => {
    const page = await atTheStudio()
    await page.fill('[name=prompt]', 'What makes soup salty?')
    const asked = Promise.withResolvers<void>()
    const startedOver = Promise.withResolvers<void>()
    const shown = Promise.withResolvers<void>()
    await page.route('**/desk/studio/try', async (route) => {
      const response = await route.fetch()
      asked.resolve()
      await startedOver.promise
      await route.fulfill({ response })
      // The page handles the response before it leaves.
      await page.waitForTimeout(100)
      shown.resolve()
    })
    await page.reload()
    await asked.promise
    await page.route('**/desk/studio', async (route) => {
      startedOver.resolve()
      await shown.promise
      await route.continue()
    })
    await page.click('#kept button')
    await expect.poll(() => page.inputValue('[name=prompt]'), { timeout: 10_000 }).toBe('')
    expect(await page.evaluate('sessionStorage.length')).toBe(0)
    await page.context().close()
    expect(complaints).toEqual([])
  })

  it('works the same without JavaScript', { timeout: 60_000 }, async () => {
    const page = await atTheStudio({ javaScriptEnabled: false })
    await page.fill('[name=prompt]', 'What is bread made of?')
    await page.fill('[name=answer]', 'Flour and water.')
    await page.fill('[name=answers]', 'flour and water\nsand')
    await page.click('button[value=test]')
    await page.click('button[value="sort:0:right"]')
    await page.click('button[value="sort:1:wrong"]')
    expect(await page.textContent('#agreement')).toContain('2 of 2 are graded as you sorted them.')
    await page.context().close()
  })

  it.each(['light', 'dark'] as const)(
    'fits a phone and can be read in %s',
    { timeout: 60_000 },
    async (colorScheme) => {
      const page = await atTheStudio({ colorScheme, viewport: { width: 360, height: 740 } })
      for (const path of ['', '/pack/kitchen', '/pack/kitchen/what-makes-bread-rise']) {
        await page.goto(`${app.address}/desk/studio${path}`)
        expect([path, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([path, 360])
        expect([path, await page.evaluate(weakContrasts)]).toEqual([path, []])
        const outside = `[...document.querySelectorAll('main button')].filter((one) => one.getBoundingClientRect().right > 360).map((one) => one.textContent)`
        expect([path, await page.evaluate(outside)]).toEqual([path, []])
        await page.evaluate(axe.source)
        const { violations } = (await page.evaluate('axe.run()')) as axe.AxeResults
        expect([path, violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target}`)]).toEqual([path, []])
      }
      await page.context().close()
    },
  )

  it.skipIf(pictures === undefined)('is photographed for its page in docs', { timeout: 60_000 }, async () => {
    mkdirSync(pictures ?? '', { recursive: true })
    const page = await atTheStudio({ colorScheme: 'light', viewport: { width: 1100, height: 820 } })
    const shoot = (name: string) => page.screenshot({ path: `${pictures}/${name}.jpeg`, quality: 70 })
    await page.goto(`${app.address}/desk/studio/pack/kitchen`)
    await shoot('pack')
    await page.goto(`${app.address}/desk/studio/pack/kitchen/what-makes-bread-rise`)
    const sorted = answers.map(([text, key]) => `${{ r: 'right', h: 'half', w: 'wrong' }[key]}: ${text}`)
    await page.fill('[name=answers]', ['right: leaven fills the dough with bubbles', ...sorted].join('\n'))
    await page.click('button[value=test]')
    await says(page, 'of 11')
    await page.evaluate("document.querySelector('#agreement').scrollIntoView()")
    await shoot('answers')
    await page.evaluate("document.querySelector('.studio-halves').scrollIntoView()")
    await shoot('rubric')
    await page.context().close()
  })
})
