import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { inEveryBrowser } from '../kit/browsers/in-every-browser.ts'
import { patienceMs } from '../kit/browsers/reader.ts'
import { askForLink, type Running } from '../kit/product/at-the-desk.ts'
import { wholeApp } from '../kit/product/whole-app.ts'

const soon = { timeout: patienceMs, interval: 100 }

inEveryBrowser(
  'without scripts',
  ({ visit }) => {
    let app: Running

    beforeAll(async () => {
      app = await wholeApp()
    })

    afterAll(() => app?.close())

    it('a question is asked, answered and graded, and the message box is reached with two keys', async () => {
      const page = await visit(`${app.address}/play`)
      expect(await page.tabsTo('.skip')).toBe(1)
      await page.press('Enter')
      await page.sees('#text:focus')
      await page.run('void (document.documentElement.id = "before")')
      await page.clicks('button', 'Post today')
      // Following a link before the form's response would cancel the form.
      await vi.waitFor(async () => expect(await page.run('document.documentElement.id')).toBe(''), soon)
      // Without JavaScript, an open page has to be reloaded to show the question.
      await vi.waitFor(async () => {
        await page.goto(String(await page.run('location.href')))
        expect(await page.count('.card')).toBe(1)
      }, soon)
      await page.clicks('.card .primary', 'Answer')
      await page.fills('textarea', 'A temporary dyno')
      await page.clicks('button', 'Send')
      // The page reloads itself until the grade is there.
      await page.sees('.private button', 'Try again')
      await page.fills('#text', 'And plain talk')
      await page.clicks('[aria-label=Send]')
      await page.sees('.message', 'And plain talk')
    })

    it('an admin signs in, saves the schedule, and sorts answers in the studio', async () => {
      const page = await visit(app.address + new URL(await askForLink(app)).pathname)
      await page.clicks('main button')
      await page.arrivesAt('/desk')
      await page.goto(`${app.address}/desk/setup`)
      await page.clicks('button', 'Save the schedule')
      await page.sees('.said', 'Saved.')
      await page.goto(`${app.address}/desk/studio`)
      await page.fills('[name=prompt]', 'What is bread made of?')
      await page.fills('[name=answer]', 'Flour and water.')
      await page.fills('[name=answers]', 'flour and water\nsand')
      await page.clicks('button[value=test]')
      await page.clicks('button[value="sort:0:right"]')
      await page.sees('#agreement', 'of 1 ')
      await page.clicks('button[value="sort:1:wrong"]')
      await page.sees('#agreement', '2 of 2 are graded as you sorted them.')
    })
  },
  { scripts: false },
)
