import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { findBrowser } from '../kit/people/browser.ts'
import { browserVisits } from '../kit/people/browser-visits.ts'

describe.skipIf(!findBrowser())('text typed in the playground', () => {
  const { serve, visit, server, forgive } = browserVisits()

  async function openAnswer(page: Page): Promise<void> {
    await page.locator('.card button >> text=Answer').last().click()
    await page.locator('dialog[open] textarea').waitFor()
  }

  const typed = (page: Page): Promise<string> => page.inputValue('dialog textarea')
  const status = (page: Page): Promise<string | null> => page.textContent('#status')

  async function dragOutside(page: Page): Promise<void> {
    const field = await page.locator('dialog textarea').boundingBox()
    if (!field) throw new Error('no field')
    await page.mouse.move(field.x + field.width - 30, field.y + 20)
    await page.mouse.down()
    await page.mouse.move(10, field.y + 20, { steps: 5 })
    await page.mouse.up()
  }

  it('stays in the dialog if a selection ends outside of it', async () => {
    await serve()
    const page = await visit()
    await page.click('text=Post today')
    await openAnswer(page)
    await page.keyboard.type('A temporary dyno')
    await dragOutside(page)
    expect(await page.locator('dialog[open]').count()).toBe(1)
    expect(await typed(page)).toBe('A temporary dyno')
  })

  // play-everywhere.test.ts leaves the form in all other ways.
  it('is reported as saved, and later as restored', async () => {
    await serve()
    const page = await visit()
    await page.click('text=Post today')
    await openAnswer(page)
    await page.keyboard.type('A temporary dyno')
    await page.keyboard.press('Escape')
    await page.locator('dialog[open]').waitFor({ state: 'detached' })
    await page.locator('#status >> text=What you wrote is saved').waitFor()
    await openAnswer(page)
    expect(await typed(page)).toBe('A temporary dyno')
    expect(await page.textContent('dialog .progress')).toBe('Here is what you wrote before.')
    await page.keyboard.type(' for tasks')
    expect(await typed(page)).toBe('A temporary dyno for tasks')
    await page.keyboard.press('Escape')
    await page.locator('#status >> text=What you wrote is saved').waitFor()
    await page.fill('#text', 'Something else')
    await page.keyboard.press('Enter')
    await page.locator('#status:empty').waitFor({ state: 'attached' })
  })

  it('is saved without choices, which would later look like the saved ones', async () => {
    await serve()
    const page = await visit()
    await page.fill('#text', '/heroku-quiz schedule')
    await page.keyboard.press('Enter')
    await page.selectOption('dialog [name="value.days"]', 'daily')
    await page.keyboard.press('Escape')
    await page.locator('dialog[open]').waitFor({ state: 'detached' })
    expect(await status(page)).toBe('')
    await page.fill('#text', '/heroku-quiz schedule')
    await page.keyboard.press('Enter')
    await page.locator('dialog[open]').waitFor()
    expect(await page.inputValue('dialog [name="value.days"]')).toBe('mon-fri')
  })

  it('is saved per round, and removed after it is sent', async () => {
    await serve()
    const page = await visit()
    await page.click('text=Post today')
    await openAnswer(page)
    await page.keyboard.type('For the first')
    await page.keyboard.press('Escape')
    await page.click('text=Post today')
    await page.locator('.card').nth(1).waitFor()
    await openAnswer(page)
    expect(await typed(page)).toBe('')
    await page.keyboard.type('For the second')
    await page.click('dialog .primary')
    await page.locator('.private >> text=Found: “For the second”').waitFor()
    await openAnswer(page)
    expect(await typed(page)).toBe('')
    await page.keyboard.press('Escape')
    await page.locator('.card button >> text=Answer').first().click()
    await page.locator('dialog[open] textarea').waitFor()
    expect(await typed(page)).toBe('For the first')
  })

  it('stays in a dialog that could not be sent', async () => {
    await serve()
    const page = await visit()
    await page.click('text=Post today')
    await openAnswer(page)
    await page.keyboard.type('A temporary dyno')
    await page.context().setOffline(true)
    await page.click('dialog .primary')
    await page.locator('dialog .problem >> text=You’re offline').waitFor()
    expect(await typed(page)).toBe('A temporary dyno')
    const field = page.locator('dialog textarea')
    const described = async () => [
      await field.getAttribute('aria-invalid'),
      await field.getAttribute('aria-describedby'),
    ]
    expect(await described()).toEqual(['true', 'intro problem'])
    await page.context().setOffline(false)
    await page.locator('dialog .problem').waitFor({ state: 'detached' })
    expect(await described()).toEqual([null, 'intro'])
    await page.locator('dialog .problem').waitFor({ state: 'detached' })
    await page.click('dialog .primary')
    await page.locator('.private >> text=Found: “A temporary dyno”').waitFor()
    forgive('ERR_INTERNET_DISCONNECTED')
  })

  it('in the message box stays in its channel, and the up arrow brings back sent messages', async () => {
    await serve()
    const page = await visit()
    await page.fill('#text', 'Sent here')
    await page.keyboard.press('Enter')
    await page.locator('.own').waitFor()
    await page.fill('#text', 'Half a line for quiz')
    await page.click('[data-channel=lounge]')
    await page.locator('h1 >> text=lounge').waitFor()
    expect(await page.inputValue('#text')).toBe('')
    await page.fill('#text', 'Half a line for lounge')
    await page.click('[data-channel=quiz]')
    await page.locator('h1 >> text=quiz').waitFor()
    expect(await page.inputValue('#text')).toBe('Half a line for quiz')
    await page.fill('#text', '')
    await page.keyboard.press('ArrowUp')
    expect(await page.inputValue('#text')).toBe('Sent here')
    await page.keyboard.press('ArrowDown')
    expect(await page.inputValue('#text')).toBe('')
  })

  it('goes into the message box immediately with a mouse, and after two keys without one', async () => {
    await serve()
    const page = await visit()
    expect(await page.evaluate('document.activeElement.id')).toBe('text')
    const phone = await visit('/play', { hasTouch: true, isMobile: true, viewport: { width: 360, height: 640 } })
    expect(await phone.evaluate('document.activeElement.tagName')).toBe('BODY')
    await phone.keyboard.press('Tab')
    expect(await phone.evaluate('document.activeElement.textContent')).toBe('Skip to the message box')
    await phone.keyboard.press('Enter')
    expect(await phone.evaluate('document.activeElement.id')).toBe('text')
  })

  it('is shown as being sent, and a second press does nothing', async () => {
    await serve()
    const page = await visit()
    await page.click('text=Post today')
    await openAnswer(page)
    await page.keyboard.type('A temporary dyno')
    let requests = 0
    await page.route('**/submit', async (route) => {
      requests += 1
      await page.locator('dialog .progress >> text=Sending').waitFor()
      await route.continue()
    })
    await page.click('dialog .primary')
    await page.locator('dialog form[aria-busy=true]').waitFor()
    await page.keyboard.press('Control+Enter')
    await page.locator('.private >> text=Found: “A temporary dyno”').waitFor()
    expect(requests).toBe(1)
  })

  it('is kept while offline, and the page shows this until the connection is back', async () => {
    await serve()
    const page = await visit()
    await page.fill('#text', 'Connected')
    await page.keyboard.press('Enter')
    await page.locator('.own').waitFor()
    await page.context().setOffline(true)
    // This limit is below 3 s, after which the page would notice a missing response.
    await page.locator('#status >> text=You’re offline').waitFor({ timeout: 2500 })
    await page.fill('#text', 'Said too early')
    await page.keyboard.press('Enter')
    // The box is empty until the line couldn't be sent.
    await expect.poll(() => page.inputValue('#text')).toBe('Said too early')
    await page.locator('#status.bad').waitFor()
    await page.context().setOffline(false)
    await page.locator('#status:not(.bad):empty').waitFor({ state: 'attached' })
    await page.focus('#text')
    await page.keyboard.press('Enter')
    await page.locator('.own >> text=Said too early').waitFor()
    expect(await status(page)).toBe('')
    forgive('ERR_INTERNET_DISCONNECTED')
  })

  it('about teams gets its reply in the current channel', async () => {
    await serve()
    const page = await visit()
    await page.click('[data-channel=lounge]')
    await page.locator('h1 >> text=lounge').waitFor()
    await page.click('.you a')
    await page.locator('dialog >> text=You’re in Core.').waitFor()
    await page.click('dialog >> role=button[name="Join Night Shift"]')
    await page.locator('.private >> text=You said team join Night Shift').waitFor()
    expect(await page.textContent('h1')).toContain('lounge')
    expect(server().quiz.events.at(-1)).toMatchObject({ channel: { name: 'lounge' } })
  })
})
