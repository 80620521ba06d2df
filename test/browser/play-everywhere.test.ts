import { afterAll, beforeAll, expect, it } from 'vitest'
import { inEveryBrowser, phone, type Visitor } from '../kit/browsers/in-every-browser.ts'
import { wholeApp } from '../kit/product/whole-app.ts'

type Running = Awaited<ReturnType<typeof wholeApp>>

inEveryBrowser('playing', ({ visit }) => {
  let app: Running

  beforeAll(async () => {
    app = await wholeApp()
  })

  afterAll(() => app?.close())

  const focused = (page: Visitor, property: string) => page.run(`document.activeElement.${property}`)

  it('works with the keyboard alone: command, answer, grade, another try', async () => {
    const page = await visit(`${app.address}/play`)
    await page.sees('#text:focus')
    await page.type('/her')
    await page.sees('#choices [role=option]')
    await page.press('Tab')
    expect(await page.value('#text')).toBe('/heroku-quiz ')
    await page.type('ask')
    await page.press('Escape')
    await page.press('Enter')
    await page.sees('.card', 'What is a one-off dyno')
    expect(await page.tabsTo('.card .primary', 'Shift')).toBeLessThan(8)
    await page.press('Enter')
    await page.sees('dialog[open]')
    expect(await focused(page, 'id')).toBe('field-0')
    await page.type('A temporary dyno')
    await page.tabsTo('dialog .primary')
    await page.press('Enter')
    await page.sees('.private', 'A temporary dyno')
    await page.sees('.private button', 'Try again')
    await page.missesAtLast('dialog[open]')
    await page.missesAtLast('.working')
    expect(await page.tabsTo('.private .primary')).toBeLessThan(6)
    await page.press('Enter')
    await page.sees('dialog[open]')
    // The form shows the last answer again, so that it can be improved.
    expect(await page.value('dialog textarea')).toBe('A temporary dyno')
    await page.press('End')
    await page.type(' for migrations')
    await page.press('Enter', 'Control')
    await page.sees('.private', 'A temporary dyno for migrations')
    await page.clicks('button', 'Close it')
    await page.sees('.thread', 'A temporary dyno for admin tasks.')
  })

  it('keeps typed text after Escape, a click outside the form, and a reload', async () => {
    const page = await visit(`${app.address}/play`)
    await page.clicks('button', 'Post today')
    const leaves: [string, () => Promise<void>][] = [
      ['Escape', () => page.press('Escape')],
      ['a click outside of it', () => page.clickAt(5, 5)],
      ['Cancel', () => page.clicks('dialog a, dialog button', 'Cancel')],
      ['a reload', async () => page.goto(String(await page.run('location.href')))],
    ]
    let typed = ''
    for (const [how, leave] of leaves) {
      await page.clicks('.card .primary', 'Answer')
      await page.sees('dialog[open] textarea')
      expect([how, await page.value('dialog textarea')]).toEqual([how, typed])
      await page.press('End', 'Control')
      await page.type('More words. ')
      typed += 'More words. '
      expect([how, await page.value('dialog textarea')]).toEqual([how, typed])
      await leave()
      await page.missesAtLast('dialog[open]')
    }
    await page.fills('#text', 'Half a line')
    await page.clicks('[data-channel=lounge]')
    await page.sees('h1', 'lounge')
    expect(await page.value('#text')).toBe('')
    await page.clicks('[data-channel=quiz]')
    await page.sees('h1', 'quiz')
    expect(await page.value('#text')).toBe('Half a line')
  })

  it('leads to the public pages and the player’s own page, which fit a phone', async () => {
    const page = await visit(`${app.address}/play`)
    await page.fills('#text', '/heroku-quiz ask')
    await page.press('Enter')
    await page.clicks('.card .primary', 'Answer')
    await page.sees('dialog[open] textarea')
    await page.type('A temporary dyno for migrations')
    await page.clicks('dialog .primary')
    await page.sees('.private', 'A temporary dyno for migrations')
    await page.fills('#text', '/heroku-quiz me')
    await page.press('Enter')
    await page.sees('.private a[href*="/me/"]')
    await page.fills('#text', '/heroku-quiz leaderboard')
    await page.press('Enter')
    await page.sees('a[href*="/board/"]')
    const links = await page.run(
      '[...document.querySelectorAll(\'a[href*="/me/"], a[href*="/board/"]\')].map((link) => new URL(link.href).pathname)',
    )
    await page.resize(phone)
    for (const path of [...new Set(links as string[]), '/', '/tour', '/archive', '/support']) {
      await page.goto(app.address + path)
      await page.sees('h1')
      expect([path, await page.run('document.documentElement.scrollWidth <= innerWidth')]).toEqual([path, true])
      await page.press('Tab')
      expect([path, await focused(page, 'className')]).toEqual([path, 'skip'])
      await page.press('Enter')
      expect([path, await page.run('location.hash')]).toEqual([path, '#content'])
    }
  })
})
