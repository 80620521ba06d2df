// Takes the pictures of docs/habit.md, in docs/habit: the real pages after four simulated weeks that include the end of
// a season. Needs Chromium. Look at every picture afterwards.
import { mkdir } from 'node:fs/promises'
import { closeSeason } from '../src/services/seasons/close-season.ts'
import { channelId, ownLetters, type Play, playWeeks, until } from './played-weeks.ts'

const folder = 'docs/habit'

const cast = [
  { name: 'Mia Lindqvist', team: 'Core', skill: 0.7 },
  { name: 'Sam Okafor', team: 'Core', skill: 0.3 },
  { name: 'Noor Haddad', team: 'Night Shift', skill: 0.8 },
  { name: 'Priya Raman', team: 'Night Shift', skill: 0.6 },
  { name: 'Jonas Weber', team: 'Platform', skill: 0.5 },
  { name: 'Ana Souza', team: 'Platform', skill: 0.9 },
]

const topics = ['dynos', 'data', 'release-phase', 'key-value-store', 'routing', 'cli']

const wide = { width: 1280, height: 720 }
const narrow = { width: 360, height: 740 }

await mkdir(folder, { recursive: true })
await playWeeks({ monday: '2026-10-12T08:30:00Z', days: 26, cast, before }, draw)

async function before({ deps, says, workspace }: Play, day: number): Promise<void> {
  if (day === 0) {
    await says(0, '/heroku-quiz settings seasons month')
    await says(0, '/heroku-quiz goal 4')
    await deps.store.channels.change(channelId, { settings: { topics } })
  }
  const now = deps.clock.now()
  for (const season of await deps.store.seasons.unclosed(workspace.id)) {
    if (season.closesAt <= now) await closeSeason(deps, season.id)
  }
}

async function draw({ deps, browser, address, workspace, people }: Play): Promise<void> {
  const player = await until('the player', () => deps.store.players.findByRef(people[0]?.ref ?? ''))
  const progress = new URL(deps.links.progress(player) ?? '').pathname
  const board = new URL(deps.links.board(workspace) ?? '').pathname
  const season = `${board}?window=season&by=teams`
  await shoot('progress', progress)
  await shoot('progress-phone', progress, { viewport: narrow })
  await shoot('board', season)
  await shoot('board-phone', season, { viewport: narrow, to: '.hall' })
  await shoot('board-dark', season, { dark: true, to: '.hall' })
  await shoot('past', `${board}/past`)
  await shoot('past-phone', `${board}/past`, { viewport: narrow, dark: true })
  await shoot('archive', '/archive/one-off-dyno-what', { answer: 'A dyno that runs one command' })
  await shoot('archive-phone', '/archive', { viewport: narrow })

  async function shoot(
    file: string,
    path: string,
    {
      viewport = wide,
      dark = false,
      to,
      answer,
    }: { viewport?: typeof wide; dark?: boolean; to?: string; answer?: string } = {},
  ): Promise<void> {
    const context = await browser.newContext({ viewport, colorScheme: dark ? 'dark' : 'light', bypassCSP: true })
    const page = await context.newPage()
    await page.goto(address + path)
    if (answer !== undefined) {
      await page.fill('textarea', answer)
      await page.click('article form button')
      await page.locator('.archive-result').waitFor()
    }
    await ownLetters(page)
    if (to !== undefined) await page.evaluate(`document.querySelector('${to}').scrollIntoView()`)
    await page.screenshot({ path: `${folder}/${file}.jpeg`, quality: 65 })
    await context.close()
  }
}
