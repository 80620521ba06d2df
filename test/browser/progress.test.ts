import { describe, expect, it } from 'vitest'
import { findBrowser } from '../kit/people/browser.ts'
import { browserVisits } from '../kit/people/browser-visits.ts'
import { weakContrasts } from '../kit/people/weak-contrasts.ts'
import { aProgress } from '../kit/product/a-progress.ts'

describe.skipIf(!findBrowser())('a player’s progress page in a browser', () => {
  const { serve, visit, forgive } = browserVisits()
  const web = { progress: async (token: string) => (token === 'mine' ? aProgress : ('unknown' as const)) }

  it.each(['light', 'dark'] as const)('fits a phone and is readable: %s', async (colorScheme) => {
    await serve(0, web)
    const page = await visit('/me/mine', { colorScheme, viewport: { width: 360, height: 640 } })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
    expect(await page.evaluate(weakContrasts)).toEqual([])
  })

  it('also describes the chart in words: weeks, topics and progress toward the goal', async () => {
    await serve(0, web)
    const page = await visit('/me/mine')
    const rows = (table: string) => page.getByRole('table', { name: table }).locator('tbody tr').allInnerTexts()
    const weeks = await rows('The last eight weeks')
    expect(weeks.map((row) => row.replaceAll(/\s+/g, ' '))).toEqual([
      '19 Jan 40 2 2 of 4',
      '26 Jan 85 4 reached',
      '2 Feb 120 5 reached',
      '9 Feb 0 0 off',
      '16 Feb 60 3 3 of 4',
      '23 Feb 75 4 reached',
      '2 Mar 96 4 reached',
      '9 Mar (this week) 34 2 2 of 4',
    ])
    expect((await rows('What sticks, and what doesn’t yet')).map((row) => row.replaceAll(/\s+/g, ' '))).toEqual([
      'Heroku postgres 10 of 12 sticks',
      'Dynos 6 of 9 fading',
      'Networking and private spaces 2 of 4 worth another look',
    ])
    const drawing = page.getByRole('img', { name: 'points per week' })
    expect(await drawing.locator('rect').count()).toBe(8)
    expect(await page.locator('.facts').textContent()).toContain(
      '2 of 4 days this week. Reached in 4 of 6 previous weeks.',
    )
  })

  it('prints its tables and bars, without the links of the site', async () => {
    await serve(0, web)
    const page = await visit('/me/mine')
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('footer').isVisible()).toBe(false)
    for (const table of await page.locator('table').all()) expect(await table.isVisible()).toBe(true)
    expect(await page.locator('.bars svg').isVisible()).toBe(true)
  })

  it('can be used with the keyboard, and its address is not sent to other pages', async () => {
    await serve(0, web)
    const page = await visit('/me/mine')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the content')
    const answer = await page.request.get(page.url())
    expect(answer.headers()).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow, noarchive',
    })
    await page.click('footer >> text=Privacy')
    expect(await page.evaluate('document.referrer')).toBe('')
  })

  it('explains that a link is invalid, and how to get a new one', async () => {
    await serve(0, web)
    const page = await visit('/me/other')
    forgive('404')
    expect(await page.locator('main').textContent()).toContain('/heroku-quiz me')
  })
})
