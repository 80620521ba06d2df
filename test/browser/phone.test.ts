import { describe, expect, it } from 'vitest'
import type { Message } from '../../src/ports/message.ts'
import { findBrowser } from '../kit/people/browser.ts'
import { browserVisits } from '../kit/people/browser-visits.ts'

describe.skipIf(!findBrowser())('the playground on a phone', () => {
  const { serve, visit, server } = browserVisits()
  const phone = { viewport: { width: 360, height: 640 }, isMobile: true, hasTouch: true }

  it('shows a reply that is taller than the screen from its first line', async () => {
    await serve()
    const page = await visit('/play', phone)
    const items = Array.from({ length: 60 }, (_, at) => [`Line ${at + 1}`])
    await page.fill('#text', 'Here')
    await page.keyboard.press('Enter')
    const onlyFor = (await page.locator('.own').getAttribute('data-author')) ?? ''
    const channel = `${onlyFor.split(':').slice(0, 2).join(':')}:quiz`
    const message: Message = { summary: 'Long', blocks: [{ kind: 'list', items }] }
    await server().transcript.append({ channel, onlyFor, message, key: 'long' })
    await page.locator('.private >> text=Line 60').waitFor()
    const top = await page.evaluate(`(() => {
      const first = document.querySelector('.private li').getBoundingClientRect()
      const room = document.querySelector('.scroller').getBoundingClientRect()
      return first.top >= room.top && first.bottom <= room.bottom
    })()`)
    expect(top).toBe(true)
  })

  it('celebrates once, unless the browser asks for reduced motion', async () => {
    await serve()
    for (const [reducedMotion, animations] of [
      ['no-preference', 1],
      ['reduce', 0],
    ] as const) {
      const page = await visit('/play', { ...phone, reducedMotion })
      await page.fill('#text', 'Here')
      await page.keyboard.press('Enter')
      await page.locator('.own').waitFor()
      const channel = `playground:${new URL(page.url()).pathname.split('/')[2]}:quiz`
      const message = { summary: 'Right', verdict: 'correct', celebrates: true } as const
      await server().chat.post(channel, { ...message, blocks: [{ kind: 'text', text: ['Right'] }] }, reducedMotion)
      await page.locator('.celebrates').waitFor()
      const running = 'document.getAnimations().filter((one) => one.animationName === "celebrate").length'
      expect([reducedMotion, await page.evaluate(running)]).toEqual([reducedMotion, animations])
    }
  })

  it('shows all buttons for the owner of the sandbox, and what to type', async () => {
    await serve()
    const page = await visit('/play', phone)
    for (const words of ['Post today', 'Close it', 'Post the weekly']) {
      const box = await page.locator(`.schedule >> text=${words}`).boundingBox()
      expect([words, box && box.x >= 0 && box.x + box.width <= 360]).toEqual([words, true])
    }
    const text = await page.evaluate<boolean>('document.getElementById("text").placeholder.length <= 28')
    expect(text).toBe(true)
  })
  it('tells how others join and where a second player plays', async () => {
    await serve()
    const page = await visit('/play', phone)
    expect(await page.locator('.beginning .invite').isVisible()).toBe(true)
    await page.tap('.you a')
    await page
      .locator(
        'dialog .intro >> text=Share this page’s address and others can join you. To be a second player yourself, open it',
      )
      .waitFor()
  })
})
