import type { Page, Route } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Button, Message } from '../../src/ports/message.ts'
import { findBrowser } from '../kit/people/browser.ts'
import { browserVisits } from '../kit/people/browser-visits.ts'

describe.skipIf(!findBrowser())('the playground with a keyboard and a screen reader', () => {
  const { serve, visit, server, forgive } = browserVisits()
  const phone = { viewport: { width: 360, height: 640 }, isMobile: true, hasTouch: true }

  const focused = (page: Page): Promise<string> =>
    page.evaluate('document.activeElement.id || document.activeElement.className')

  function withButton(action: string, label: string): Message {
    const buttons: Button[] = [{ action, label, look: 'plain' }]
    return { summary: label, blocks: [{ kind: 'buttons', buttons }] }
  }

  it.each([
    ['the message box', {}, 'text'],
    ['the messages on a touchscreen', phone, 'scroller'],
  ])('moves the focus to %s when the focused button disappears', async (_where, options, expected) => {
    await serve()
    const page = await visit('/play', options)
    await page.fill('#text', 'Here')
    await page.keyboard.press('Enter')
    const author = (await page.locator('.own').getAttribute('data-author')) ?? ''
    const channel = `${author.split(':').slice(0, 2).join(':')}:quiz`
    await server().transcript.append({
      channel,
      onlyFor: author,
      message: withButton('answer:9', 'Try again'),
      key: 'again',
    })
    await page.focus('text=Try again')
    await server().chat.post(channel, withButton('knew:9', 'Knew it'), 'closed')
    await page.locator('text=Try again').waitFor({ state: 'hidden' })
    expect(await focused(page)).toBe(expected)

    await page.click('text=Post today')
    await page.focus('.card button')
    await page.evaluate(
      'document.querySelector("button[value=\\"close-now:0\\"]").form.requestSubmit(document.querySelector("button[value=\\"close-now:0\\"]"))',
    )
    await page.locator('.thread >> text=The answer').waitFor()
    expect(await focused(page)).toBe(expected)
  })

  it('moves the focus to the message box after the button that shows new messages', async () => {
    await serve()
    const page = await visit()
    await page.fill('#text', 'Here')
    await page.keyboard.press('Enter')
    const author = (await page.locator('.own').getAttribute('data-author')) ?? ''
    const channel = `${author.split(':').slice(0, 2).join(':')}:quiz`
    const long: Message = {
      summary: 'Long',
      blocks: [{ kind: 'list', items: Array.from({ length: 60 }, () => ['A line']) }],
    }
    await server().chat.post(channel, long, 'long')
    await page.locator('text=A line').last().waitFor()
    await page.evaluate('document.querySelector(".scroller").scrollTop = -500')
    await server().chat.post(channel, withButton('hint:1', 'Hint'), 'new')
    await page.locator('#latest:visible').focus()
    await page.keyboard.press('Enter')
    await page.locator('#latest').waitFor({ state: 'hidden' })
    expect(await focused(page)).toBe('text')
  })

  it('says that the playground was deleted instead of that the connection was lost', async () => {
    await serve()
    const page = await visit()
    const gone = (route: Route): Promise<void> => route.fulfill({ status: 404 })
    await page.route('**/c/quiz/events**', gone)
    await page.route('**/c/quiz', gone)
    await page.evaluate('dispatchEvent(new Event("online"))')
    await page.locator('#status.bad >> text=This playground has been deleted.').waitFor()
    forgive('404')
  })

  it('says how the message box works', async () => {
    await serve()
    const page = await visit()
    const about = 'document.getElementById(document.getElementById("text").getAttribute("aria-describedby"))'
    expect(await page.evaluate(`${about}.textContent`)).toBe('Tab completes a command, Enter sends.')
  })

  it('reads out a new line without the lines before it', async () => {
    await serve()
    const page = await visit()
    await page.click('text=Post today')
    await page.locator('.card').waitFor()
    await page.evaluate(`(() => {
      window.said = []
      const note = (changes) => said.push(...changes.flatMap(({ target, addedNodes }) => target.id || [...addedNodes].map(String)))
      new MutationObserver(note).observe(document.querySelector('[role=log]'), { childList: true, characterData: true, subtree: true })
    })()`)
    await page.fill('#text', 'Something new')
    await page.keyboard.press('Enter')
    await page.locator('.own').waitFor()
    expect(await page.evaluate('said')).toEqual(['lines'])
  })

  it('reads out a refusal again when the same text is refused again', async () => {
    await serve()
    const page = await visit()
    await page.click('text=Post today')
    await page.click('.card button >> text=Answer')
    await page.context().setOffline(true)
    await page.fill('dialog textarea', 'A temporary dyno')
    await page.click('dialog .primary')
    await page.locator('dialog .problem[role=alert]').waitFor()
    await page.evaluate('document.querySelector("dialog .problem").id = "first"')
    await page.click('dialog .primary')
    await page.locator('#first').waitFor({ state: 'detached' })
    await page.locator('dialog .problem[role=alert] >> text=You’re offline').waitFor()
    await page.context().setOffline(false)
    forgive('ERR_INTERNET_DISCONNECTED')
  })
})
