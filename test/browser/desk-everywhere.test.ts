import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { faultsOf, inEveryBrowser, phone, type Visitor } from '../kit/browsers/in-every-browser.ts'
import { askForLink, inSlack, type Running } from '../kit/product/at-the-desk.ts'
import { wholeApp } from '../kit/product/whole-app.ts'

const soon = { timeout: 15_000, interval: 50 }
const rooms = [
  ...['', '/coming', '/coming/preview?channel=1&question=one-off', '/rulings', '/rulings/decided'],
  ...[
    '/rulings/sort?answer=1',
    '/rulings/teach?answer=1',
    '/rulings/taught',
    '/imports',
    '/setup',
    '/teams',
    '/figures',
    '/changes',
    '/studio',
  ],
]

inEveryBrowser('at the desk', ({ visit }) => {
  let app: Running

  beforeAll(async () => {
    app = await wholeApp()
    const { store } = app.app.deps
    const [ada, bea, cem] = ['U1', 'U2', 'U3'].map((id) => inSlack(app, id))
    app.slack.world.admins.add('U1')
    await ada?.types('schedule set 09:30 Europe/Berlin')
    await ada?.types('ask')
    await vi.waitFor(async () => expect(await store.rounds.latest(1, ['open'], 1)).toHaveLength(1), soon)
    await bea?.types('team create Rockets')
    for (const one of [bea, cem]) await one?.types('answer It is a toaster that evaporates')
    await vi.waitFor(async () => expect((await store.answers.ofRound(1)).best).toHaveLength(2), soon)
  })

  afterAll(() => app?.close())

  /** Signs in with the keyboard: the button comes right after the product's name. */
  async function signIn(): Promise<Visitor> {
    const page = await visit(app.address + new URL(await askForLink(app)).pathname)
    expect(await page.tabsTo('main button')).toBe(2)
    await page.press('Enter')
    await page.arrivesAt('/desk')
    return page
  }

  it('an admin signs in by a link, changes settings, and rules once for all', async () => {
    const page = await signIn()
    await page.goto(`${app.address}/desk/setup`)
    await page.fills('[name=time]', '11:45')
    await page.clicks('button', 'Save the schedule')
    await page.sees('.said', 'Saved.')
    expect(await page.value('[name=time]')).toBe('11:45')
    await page.goto(`${app.address}/desk/rulings`)
    await page.clicks('button[value=right]')
    await page.sees('.said', '2 answers were graded again')
    await page.clicks('button', 'Sign out')
    await page.missesAtLast('.desk-side')
  })

  it('every page of the desk has no violations, fits a phone, and has a link that skips the menu', async () => {
    const page = await signIn()
    for (const room of rooms) {
      await page.goto(`${app.address}/desk${room}`)
      expect([
        room,
        await page.tabsTo('main a, main input, main button, main summary, main select, main textarea, .skip'),
      ]).toEqual([room, 1])
      await page.press('Enter')
      expect([room, await page.run('location.hash')]).toEqual([room, '#content'])
      expect([room, await faultsOf(page)]).toEqual([room, []])
      await page.resize(phone)
      expect([room, await page.run('document.documentElement.scrollWidth <= innerWidth')]).toEqual([room, true])
      expect([room, await page.run(narrowCells)]).toEqual([room, []])
    }
  })

  it('the studio grades while the author types, and sorts answers by keys', async () => {
    const page = await signIn()
    await page.goto(`${app.address}/desk/studio`)
    await page.fills('[name=prompt]', 'What makes bread rise?')
    await page.fills('[name=answer]', 'Yeast, which makes gas.')
    await page.fills('[name=pack]', 'kitchen')
    await page.fills('[name=answers]', 'yeast makes gas')
    await page.sees('#outcome', 'yeast makes gas')
    await page.clicks('button[value=test]')
    await page.sees('.tried li', 'yeast makes gas')
    await page.fills('[name=answers]', 'yeast makes gas\nsalt')
    await page.sees('.tried li', 'salt')
    await page.run('document.querySelector(".tried button").focus()')
    await page.type('r')
    await page.sees('#agreement', 'of 1 are')
    await page.type('w')
    await page.sees('#agreement', '2 of 2 are graded as you sorted them')
    expect(await page.value('[name=answers]')).toContain('right: yeast makes gas\nwrong: salt')
  })
})

/** Runs in the page: returns sentences in a table that have a line for each word. */
const narrowCells = `[...document.querySelectorAll('.listing td')]
  .filter((cell) => cell.textContent.length > 40 && cell.clientWidth < 160).map((cell) => cell.textContent)`
