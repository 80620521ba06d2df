import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Message } from '../../src/ports/message.ts'
import { findBrowser } from '../kit/people/browser.ts'
import { browserVisits } from '../kit/people/browser-visits.ts'
import { weakContrasts } from '../kit/people/weak-contrasts.ts'

describe.skipIf(!findBrowser())('the playground in a browser', () => {
  const { serve, visit, server, forgive } = browserVisits()

  /** The beginning of a channel's address in the page's sandbox. */
  function placeOn(page: Page, channel: string): string {
    return `playground:${new URL(page.url()).pathname.split('/')[2]}:${channel}`
  }

  /** A page of a sandbox after its first action, so that others can join it. */
  async function open(path = '/play'): Promise<Page> {
    const page = await visit(path)
    await page.fill('#text', 'Come in')
    await page.keyboard.press('Enter')
    await page.locator('.own').waitFor()
    return page
  }

  async function tabTo(page: Page, selector: string): Promise<void> {
    for (let presses = 0; presses < 40; presses++) {
      await page.keyboard.press('Tab')
      if (await page.evaluate(`document.activeElement.matches('${selector}')`)) return
    }
    throw new Error(`Tab never came to ${selector}`)
  }

  it('can be played with the keyboard alone: command, form, grading, feedback', async () => {
    await serve(1500)
    const page = await visit()
    await page.locator('#text:focus').waitFor()

    await page.keyboard.type('/her')
    await page.locator('#choices [role=option]').waitFor()
    await page.keyboard.press('Tab')
    expect(await page.inputValue('#text')).toBe('/heroku-quiz ')
    await page.locator('#choices >> text=leaderboard').waitFor()
    await page.keyboard.press('ArrowDown')
    expect(await page.getAttribute('#text', 'aria-activedescendant')).toBe('choice-0')
    expect(await page.getAttribute('#choice-0', 'aria-selected')).toBe('true')
    await page.keyboard.press('Enter')
    expect(await page.inputValue('#text')).toBe('/heroku-quiz ask ')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Enter')
    await page.locator('.card >> text=What is a one-off dyno').waitFor()
    expect(await page.inputValue('#text')).toBe('')

    for (let back = 0; back < 10; back++) {
      await page.keyboard.press('Shift+Tab')
      if ((await page.evaluate('document.activeElement.textContent')) === 'Answer') break
    }
    await page.keyboard.press('Enter')
    await page.locator('dialog[open]').waitFor()
    expect(await page.evaluate('document.activeElement.id')).toBe('field-0')
    await page.keyboard.type('A temporary dyno')
    await tabTo(page, 'dialog .primary')
    await page.keyboard.press('Enter')

    await page.locator('.working >> text=being graded').waitFor()
    await page.locator('.private >> text=Found: “A temporary dyno”').waitFor()
    // The grade is stored first. The line that says it is being graded disappears later.
    await page.locator('.working:visible').waitFor({ state: 'detached' })
    expect(await page.locator('dialog[open]').count()).toBe(0)
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Answer')
  })

  it('returns to the player’s name after changing it, which says the new one', async () => {
    await serve()
    const page = await visit()
    await page.click('.you a')
    await page.fill('#me-name', 'Zoë')
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
    await page.locator('.you a:focus').waitFor()
    expect(await page.textContent('.you a:focus')).toContain('You are Zoë.')
  })

  it('closes a dialog with Escape and restores the focus', async () => {
    await serve()
    const page = await visit()
    await page.focus('.you a')
    await page.keyboard.press('Enter')
    await page.locator('dialog[open]').waitFor()
    await page.keyboard.press('Escape')
    expect(await page.locator('dialog[open]').count()).toBe(0)
    expect(await page.evaluate('document.activeElement.closest(".you") !== null')).toBe(true)
  })

  it('is one chat for two browsers, without reloading, and private replies stay private', async () => {
    await serve()
    const bob = await open()
    const ada = await visit(bob.url())
    await ada.locator('#people li').nth(1).waitFor()
    expect(await ada.locator('.schedule').count()).toBe(0)
    await ada.fill('#text', 'Hello <b>Bob</b>')
    await ada.keyboard.press('Enter')
    await bob.locator('.message >> text=Hello <b>Bob</b>').waitFor()
    await bob.click('text=Post today')
    await ada.locator('.card >> text=What is a one-off dyno').waitFor()
    await ada.click('.card >> text=Hint')
    await ada.locator('.private >> text=Think of').waitFor()
    await bob.click('text=Close it')
    await ada.locator('.thread >> text=The answer').waitFor()
    await ada.locator('.entry >> text=The answer to “What is a one-off dyno?” is out: 0 of 1 got it.').waitFor()
    await ada.click('text=Show the answer')
    await ada.locator('.thread .entry:target >> text=It is temporary').waitFor()
    expect(await bob.locator('text=Think of').count()).toBe(0)
  })

  it('reports the browser’s time zone, which forms start with', async () => {
    await serve()
    const page = await visit('/play', { timezoneId: 'America/Sao_Paulo' })
    await page.fill('#text', '/heroku-quiz schedule')
    await page.keyboard.press('Enter')
    await page.locator('dialog[open]').waitFor()
    const event = server().quiz.events.at(-1)
    expect(event && 'player' in event && (await event.player.zone?.())).toBe('America/Sao_Paulo')
  })

  it('marks channels with new messages', async () => {
    await serve()
    const bob = await open()
    const ada = await visit(`${bob.url()}/c/lounge`)
    await ada.locator('#people li').nth(1).waitFor()
    await bob.fill('#text', 'News')
    await bob.keyboard.press('Enter')
    await ada.locator('[data-channel=quiz] .unread:visible').waitFor()
  })

  it('shows hostile names and texts as they were typed', async () => {
    await serve()
    const page = await visit()
    const hostile = '"><img src=x onerror=alert(1)><script>alert(2)</script>'
    const name = '"><img src=x onerror=alert(1)>'
    await page.click('.you a')
    await page.fill('#me-name', name)
    await Promise.all([page.waitForNavigation(), page.click('text=Save the name')])
    await page.fill('#text', hostile)
    await page.keyboard.press('Enter')
    await page.locator('.message p', { hasText: hostile }).waitFor()
    expect(await page.locator('.author').last().textContent()).toBe(name)
    await page.reload()
    expect(await page.locator('.message p', { hasText: hostile }).count()).toBe(1)
    expect(await page.locator('img[src=x]').count()).toBe(0)
  })

  it.each([
    ['the channel', '/play', ''],
    ['one’s own page', '/play', '/home'],
    ['name and team', '/play', '/me'],
    ['the front page', '/', ''],
  ])('fits a phone of 360 px: %s', async (_what, path, more) => {
    await serve()
    const page = await visit(path, { viewport: { width: 360, height: 640 } })
    if (more) await page.goto(page.url() + more)
    else if (path === '/play') {
      await page.click('text=Post today')
      await page.locator('.card').waitFor()
      await server().chat.post(placeOn(page, 'quiz'), board, 'board')
      await page.locator('.board').waitFor()
      expect(await page.evaluate(linesOfPoints)).toBe(1)
      await page.fill('#text', `${'long'.repeat(60)} ${'🎉'.repeat(100)}`)
      await page.keyboard.press('Enter')
      await page.locator('.own').waitFor()
    }
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
    expect(
      await page.evaluate('[...document.querySelectorAll(".scroller")].every((box) => box.scrollWidth <= 360)'),
    ).toBe(true)
  })

  it('has a contrast of at least 4.5:1 in light and dark', async () => {
    await serve()
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await visit('/play', { colorScheme })
      if (colorScheme === 'light') {
        await page.click('text=Post today')
        await page.locator('.card').waitFor()
        await page.click('text=Post the weekly')
        await page.locator('.board').waitFor()
        await page.click('.card >> text=Hint')
        await page.locator('.private >> text=Think of').waitFor()
      }
      expect([colorScheme, await page.evaluate(weakContrasts)]).toEqual([colorScheme, []])
    }
  })

  it('has no animation under reduced motion', async () => {
    await serve(1500)
    const page = await visit('/play', { reducedMotion: 'reduce' })
    await page.click('text=Post today')
    await page.click('.card button >> text=Answer')
    await page.fill('#field-0', 'Hm')
    await page.click('dialog .primary')
    await page.locator('.working').waitFor()
    expect(await page.evaluate('document.getAnimations().length')).toBe(0)
  })

  it('reconnects after the server was down', async () => {
    await serve()
    const page = await open()
    const context = page.context()
    await context.setOffline(true)
    await server().chat.post(placeOn(page, 'quiz'), { summary: 'Said meanwhile', blocks: [] }, 'meanwhile')
    await context.setOffline(false)
    await page.locator('text=Said meanwhile').waitFor({ timeout: 15_000 })
    forgive('ERR_INTERNET_DISCONNECTED')
  })

  it('works without JavaScript', async () => {
    await serve()
    const page = await visit('/play', { javaScriptEnabled: false })
    await follow(page, 'text=Post today')
    await follow(page, '.card button >> text=Answer')
    await page.fill('textarea', 'A temporary dyno')
    await follow(page, 'text=Send')
    await server().quiz.settled()
    await page.reload()
    expect(await page.locator('text=Found: “A temporary dyno”').isVisible()).toBe(true)
    await page.fill('#text', 'And plain talk')
    await follow(page, '[aria-label=Send]')
    expect(await page.locator('.message >> text=And plain talk').isVisible()).toBe(true)
    await follow(page, '.you a')
    await page.fill('#me-name', 'Zoë')
    await follow(page, 'text=Save the name')
    expect(await page.locator('.you').textContent()).toContain('Zoë')
  })
})

/** Without JavaScript every press loads another page. */
async function follow(page: Page, selector: string): Promise<void> {
  const loaded = page.waitForEvent('load')
  await page.click(selector)
  await loaded
}

const board: Message = {
  summary: 'The board',
  blocks: [
    { kind: 'board', rows: [{ rank: 1, name: 'A team with rather a long name', points: 12_345, movement: 12 }] },
  ],
}

/** Runs in the page: counts the lines that a number takes. */
const linesOfPoints = `(() => {
  const range = document.createRange()
  range.selectNodeContents(document.querySelector('.board .points'))
  return range.getClientRects().length
})()`
