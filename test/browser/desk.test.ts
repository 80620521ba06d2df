import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { useChromium } from '../kit/browsers/use-chromium.ts'
import { findBrowser } from '../kit/people/browser.ts'
import { weakContrasts } from '../kit/people/weak-contrasts.ts'
import { askForLink, inSlack, type Running } from '../kit/product/at-the-desk.ts'
import { wholeApp } from '../kit/product/whole-app.ts'

const teach = '/rulings/teach?answer=1'
const rooms = [
  ...[
    '',
    '/coming',
    '/coming/preview?channel=1&question=one-off-dyno-what',
    '/rulings',
    '/rulings/sort?answer=1',
    '/rulings/decided',
    teach,
    '/rulings/taught',
  ],
  ...['/studio', '/imports', '/imports/1', '/imports/drafts/1', '/setup', '/teams', '/figures', '/changes'],
] as const

/** What Enter in a text field may press. It must never decide about an answer, or move a board to another channel. */
const harmless = ['Show', 'Search', 'Test this question', 'Try it', 'Create the pack', 'Read the file'].concat(
  ...['Save', 'Save the schedule', 'Save the settings', 'Rename', 'Propose teams'],
)
const pressedByEnter = `[...document.forms].filter((form) => form.querySelector('input:not([type=hidden], [type=checkbox], [type=radio])'))
  .map((form) => [...form.elements].find(({ type }) => type === 'submit')).filter((first) => first && !first.disabled).map((first) => first.textContent)`

describe.skipIf(!findBrowser())('the desk in a browser', () => {
  const browser = useChromium()
  let app: Running
  const complaints: string[] = []

  beforeAll(async () => {
    app = await wholeApp({ questions: 'questions' })
    const { store } = app.app.deps
    const [ada, bea, cem, dee] = ['U1', 'U2', 'U3', 'U4'].map((id) => inSlack(app, id))
    app.slack.world.admins.add('U1')
    await ada?.types('schedule set 09:30 Europe/Berlin')
    await store.channels.change(1, { settings: { pinned: ['one-off-dyno-what'] } })
    await ada?.types('ask')
    const soon = { timeout: 15_000, interval: 50 }
    await vi.waitFor(async () => expect(await store.rounds.latest(1, ['open'], 1)).toHaveLength(1), soon)
    await bea?.types('team create Rockets')
    for (const one of [bea, cem, dee]) await one?.types('answer It is a toaster that evaporates')
    await vi.waitFor(async () => expect((await store.answers.ofRound(1)).best).toHaveLength(3), soon)
    const playerId = (await store.answers.find(1))?.playerId ?? 0
    await store.disputes.open({ workspaceId: 1, answerId: 1, playerId, openedAt: new Date() })
    // The figures have a chart and a most common wrong answer after a question is revealed.
    await store.rounds.change(1, { revealedAt: new Date() })
    await store.rounds.recount([1])
    const page = await signIn({})
    await importQuestions(page, 'excel.csv')
    await page.context().close()
  }, 90_000)

  afterAll(() => app?.close())

  async function signIn(options: Parameters<Browser['newContext']>[0]): Promise<Page> {
    const page = await (await browser().newContext(options)).newPage()
    page.on('console', (message) => complaints.push(message.text()))
    await page.goto(app.address + new URL(await askForLink(app)).pathname)
    // With the keyboard: the button comes right after the product's name.
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/desk')
    return page
  }

  async function importQuestions(page: Page, file: string): Promise<void> {
    await page.goto(`${app.address}/desk/imports`)
    await page.setInputFiles('input[type=file]', `test/adapters/question-imports/files/${file}`)
    await page.click('text=Read the file')
    // The page reloads itself until the worker is done.
    await page.waitForSelector('text=/questions were read, and \\d+ drafts/', { timeout: 60_000 })
  }

  it.each(['light', 'dark'] as const)(
    'fits a phone of 360 pixels, and can be read in %s',
    async (colorScheme) => {
      const page = await signIn({ colorScheme, viewport: { width: 360, height: 740 } })
      for (const room of rooms) {
        await page.goto(`${app.address}/desk${room}`)
        expect([room, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([room, 360])
        expect([room, await page.evaluate(weakContrasts)]).toEqual([room, []])
        await page.evaluate(axe.source)
        const { violations } = (await page.evaluate('axe.run()')) as axe.AxeResults
        expect([room, violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target}`)]).toEqual([room, []])
        expect(await page.evaluate('document.querySelector("header").offsetHeight')).toBeLessThan(250)
        if (room === '/figures') expect(await page.locator('svg').count()).toBeGreaterThan(0)
        expect([room, await page.locator('h1').count(), await page.locator('main').count()]).toEqual([room, 1, 1])
      }
      await page.context().close()
      expect(complaints).toEqual([])
    },
    90_000,
  )

  it('can be used with the keyboard: past the menu to the page, and through the forms', async () => {
    const page = await signIn({ viewport: { width: 1000, height: 700 } })
    for (const room of rooms) {
      await page.goto(`${app.address}/desk${room}`)
      await page.keyboard.press('Tab')
      expect(await page.evaluate('document.activeElement.className')).toBe('skip')
      await page.keyboard.press('Enter')
      expect(await page.evaluate('location.hash')).toBe('#content')
      const unnamed = await page.evaluate(
        `[...document.querySelectorAll('main input:not([type=hidden]), main select')].filter((one) => !one.labels.length && !one.getAttribute('aria-label')).map((one) => one.name)`,
      )
      expect([room, unnamed]).toEqual([room, []])
      const pressed = (await page.evaluate(pressedByEnter)) as string[]
      expect([room, pressed.filter((button) => !harmless.includes(button))]).toEqual([room, []])
    }
    await page.goto(`${app.address}/desk/rulings`)
    // Enter in a text field must not decide anything, because the first button accepts the dispute.
    await page.fill('input[name=note]', 'Dynos restart')
    await page.press('input[name=note]', 'Enter')
    expect(await page.locator('.said').count()).toBe(0)
    await page.focus('button[value=right]')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.said')
    expect(await page.textContent('.said')).toContain('3 answers were graded again')
    await page.context().close()
  }, 90_000)

  it('returns to the question that was moved, with the outcome in view', async () => {
    const page = await signIn({ viewport: { width: 1000, height: 700 } })
    await page.goto(`${app.address}/desk/coming`)
    await page.click('#place-8 button[value="down 8"]')
    await page.waitForURL('**/desk/coming?channel=1&said=saved#place-9')
    const inView = `['#place-9 h3', '.said'].map((one) => document.querySelector(one).getBoundingClientRect()).map(({ top, bottom }) => top >= 0 && bottom <= innerHeight)`
    await expect.poll(() => page.evaluate(inView)).toEqual([true, true])
    await page.emulateMedia({ media: 'print' })
    const printed = ['#place-9 h3', '#place-9 button', '#bank'].map((part) => page.isVisible(part))
    expect(await Promise.all(printed)).toEqual([true, false, false])
    await page.context().close()
  })

  it('asks before saving one part of the settings would lose changes in another', async () => {
    const page = await signIn({ viewport: { width: 1000, height: 700 } })
    await page.goto(`${app.address}/desk/setup`)
    const asked: string[] = []
    page.on('dialog', (dialog) => {
      asked.push(dialog.message())
      void (asked.length === 1 ? dialog.dismiss() : dialog.accept())
    })
    await page.fill('[name=attempts]', '4')
    await page.click('[name=retention] >> xpath=ancestor::form >> button')
    expect(await page.inputValue('[name=attempts]')).toBe('4')
    await page.click('[name=retention] >> xpath=ancestor::form >> button')
    await page.waitForSelector('.said')
    expect(await page.inputValue('[name=attempts]')).toBe('2')
    await page.fill('[name=attempts]', '4')
    await page.click('[name=attempts] >> xpath=ancestor::form >> button')
    await expect.poll(() => page.getAttribute('[name=attempts]', 'value')).toBe('4')
    expect(asked).toEqual([expect.stringContaining('aren’t saved'), expect.stringContaining('aren’t saved')])
    await page.fill('[name=attempts]', '5')
    page.removeAllListeners('dialog')
    let kind = ''
    page.once('dialog', (dialog) => {
      kind = dialog.type()
      void dialog.dismiss()
    })
    await page.click('nav a[href="/desk/teams"]')
    await expect.poll(() => kind).toBe('beforeunload')
    expect(await page.inputValue('[name=attempts]')).toBe('5')
    await page.context().close()
  }, 60_000)

  it('imports a file without JavaScript, and opens a draft from it in the studio', async () => {
    const page = await signIn({ viewport: { width: 900, height: 700 }, javaScriptEnabled: false })
    await importQuestions(page, 'moodle-export.xml')
    await page.click('text=Open the draft')
    await page.click('text=Open in the studio')
    await page.waitForURL('**/desk/studio')
    expect(await page.inputValue('textarea[name=prompt]')).toBe('What makes the dough rise?')
    expect(await page.inputValue('textarea[name=rubric]')).toContain('id: yeast')
    await page.context().close()
  }, 90_000)
})
