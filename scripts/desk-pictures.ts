// Takes the pictures of docs/desk.md, in docs/desk: the desk's real pages after three simulated weeks. Needs Chromium.
// With a folder as its argument, it writes pictures of a phone of 360 px there for checking. Look at every picture
// afterwards.
import { mkdir } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { ownLetters, type Play, playWeeks, until } from './played-weeks.ts'

const [phone] = process.argv.slice(2)
const folder = phone ?? 'docs/desk'
const viewport = phone === undefined ? { width: 900, height: 620 } : { width: 360, height: 740 }
const daysPlayed = 19

const cast = [
  { name: 'Mia Lindqvist', team: 'Core', skill: 0.9 },
  { name: 'Sam Okafor', team: 'Core', skill: 0.3 },
  { name: 'Noor Haddad', team: 'Night Shift', skill: 0.8 },
  { name: 'Priya Raman', team: 'Night Shift', skill: 0.6 },
  { name: 'Jonas Weber', team: 'Platform', skill: 0.4 },
  { name: 'Ana Souza', team: 'Platform', skill: 0.3 },
]

const questionsToImport = `::Rest::What makes dough rise?{=Yeast ~Salt ~Sugar}

::Rye::Is bread of rye alone as light as bread of wheat?{FALSE}

::Salt::What does salt do to the yeast?{=It slows it down ~Nothing}

::Broken::What is this?{=It has no end
`

await mkdir(folder, { recursive: true })
await playWeeks({ monday: '2026-11-02T08:30:00Z', days: daysPlayed, cast, before: async () => {} }, draw)

async function draw({ deps, browser, address, workspace, people }: Play): Promise<void> {
  const admin = await until('the admin', () => deps.store.players.findByRef(people[0]?.ref ?? ''))
  const schedule = { time: '09:30', zone: 'Europe/Berlin', weekdays: [1, 2, 3, 4, 5], skip: [] }
  const channel = await until('the channel', async () => (await deps.store.channels.inWorkspace(workspace.id))[0])
  await deps.store.channels.change(channel.id, { schedule })
  const asked = { workspaceId: workspace.id, playerId: admin.id, askedAt: deps.clock.now(), forgetBefore: new Date(0) }
  const link = deps.links.desk(await deps.store.deskSessions.ask(asked))
  const page = await (await browser.newContext({ viewport, colorScheme: 'light', bypassCSP: true })).newPage()
  await page.goto(address + new URL(link ?? '').pathname)
  await page.locator('main button').click()
  await page.waitForURL('**/desk')
  const shoot = async (file: string, path?: string, to?: string): Promise<void> => {
    if (path !== undefined) await page.goto(address + path)
    await ownLetters(page)
    if (to !== undefined) await page.evaluate(`document.querySelector('${to}').scrollIntoView()`)
    await page.screenshot({ path: `${folder}/${file}.jpeg`, quality: 75 })
  }
  await shoot('today', '/desk')
  await shoot('coming', '/desk/coming')
  await page.locator('main a[href*="/preview"]').first().click()
  await shoot('preview')
  await shoot('inbox', '/desk/rulings')
  const teach = await page.locator('a[href*="/teach"]').first().getAttribute('href')
  await shoot('teach', teach ?? '/desk')
  await page.goto(`${address}/desk/rulings`)
  await page.locator('main button[value=half]').first().click()
  await page.waitForSelector('.said')
  await shoot('rulings', '/desk/rulings/decided')
  await importQuestions(page, address)
  await shoot('import')
  await shoot('setup', '/desk/setup')
  await shoot('teams', '/desk/teams')
  await shoot('figures', '/desk/figures')
  await shoot('weeks', '/desk/figures', '#weeks')
  await shoot('changes', '/desk/changes')
}

async function importQuestions(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/desk/imports`)
  const file = { name: 'baking.gift', mimeType: 'text/plain', buffer: Buffer.from(questionsToImport) }
  await page.setInputFiles('input[type=file]', file)
  await page.fill('input[name=pack]', 'baking')
  await page.click('text=Read the file')
  await page.waitForSelector('text=drafts are waiting', { timeout: 60_000 })
}
