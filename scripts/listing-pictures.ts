// Creates the icon and takes the screenshots for a listing, in docs/listing: the icon from the app's SVG, the
// screenshots from its real pages after three simulated weeks. Needs Chromium. Look at every picture afterwards.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { renderAsync } from '@resvg/resvg-js'
import type { Page } from 'playwright-core'
import type { Visitor } from '../test/kit/people/visitor.ts'
import { channelId, ownLetters, type Play, playWeeks, until } from './played-weeks.ts'

const folder = 'docs/listing'
const daysPlayed = 19

/** Slack requires 1600 × 1000 px. At this scale, text is readable even in a preview. */
const screen = { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1.25, colorScheme: 'light' } as const

const cast = [
  { name: 'Mia Lindqvist', team: 'Core', skill: 0.9 },
  { name: 'Sam Okafor', team: 'Core', skill: 0.3 },
  { name: 'Noor Haddad', team: 'Night Shift', skill: 0.8 },
  { name: 'Priya Raman', team: 'Night Shift', skill: 0.7 },
  { name: 'Jonas Weber', team: 'Platform', skill: 0.5 },
  { name: 'Ana Souza', team: 'Platform', skill: 0.4 },
]

await mkdir(folder, { recursive: true })
const icon = await renderAsync(await readFile('src/adapters/html/public/icon.svg'), {
  fitTo: { mode: 'width', value: 512 },
})
await writeFile(`${folder}/icon.png`, icon.asPng())
await playWeeks({ monday: '2026-11-02T08:30:00Z', days: daysPlayed, cast, before }, draw)

async function before({ deps, says }: Play, day: number): Promise<void> {
  if (day < daysPlayed - 1) return
  await says(1, 'Good morning. Loser buys the coffee again?')
  await says(0, 'You still owe me two from last week ☕')
  await deps.store.channels.change(channelId, { settings: { pinned: ['one-off-dyno-what'] } })
}

async function draw({ deps, browser, address, workspace, people }: Play): Promise<void> {
  const [owner, ...others] = people
  if (!owner) return
  const page = await lookAs(owner)
  for (const other of others.slice(0, 3)) await lookAs(other)
  const shoot = async (file: string, path: string): Promise<void> => {
    if (path !== '') await page.goto(address + path)
    await ownLetters(page)
    await page.screenshot({ path: `${folder}/${file}.jpeg`, quality: 85 })
  }
  await page.reload()
  await ownLetters(page)
  await page.locator('.card button >> text=Answer').last().click()
  await page
    .locator('dialog[open] textarea')
    .fill('A short-lived dyno that runs one command, such as a database migration')
  await shoot('1-answer', '')
  await page.click('dialog[open] >> text=Send')
  await page.locator('text=Found: “short-lived”').waitFor()
  await shoot('2-feedback', '')
  await shoot('3-board', new URL(deps.links.board(workspace) ?? '').pathname)
  const admin = await until('the admin', () => deps.store.players.findByRef(owner.ref))
  const asked = { workspaceId: workspace.id, playerId: admin.id, askedAt: deps.clock.now(), forgetBefore: new Date(0) }
  const link = deps.links.desk(await deps.store.deskSessions.ask(asked))
  await page.goto(address + new URL(link ?? '').pathname)
  await page.locator('main button').click()
  await page.waitForURL('**/desk')
  const schedule = { time: '09:30', zone: 'Europe/Berlin', weekdays: [1, 2, 3, 4, 5], skip: [] }
  await deps.store.channels.change(channelId, { schedule })
  await shoot('4-desk', '/desk/coming')

  /** Opens the channel in a separate browser for each person. */
  async function lookAs(person: Visitor): Promise<Page> {
    const [name = '', value = ''] = person.cookie().split('=')
    const context = await browser.newContext({ ...screen, bypassCSP: true })
    await context.addCookies([{ name, value, url: address }])
    const opened = await context.newPage()
    await opened.goto(`${address}${person.sandbox.replace('playground:', '/play/')}`)
    return opened
  }
}
