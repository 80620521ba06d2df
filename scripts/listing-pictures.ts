// The icon and the screenshots that a listing asks for, in docs/listing: the icon from the product's own SVG, the others of
// its real pages, after three weeks of play on a clock of our own. Needs Chromium. Look at every picture afterwards.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { renderAsync } from '@resvg/resvg-js'
import type { Page } from 'playwright-core'
import { startEmbeddedPostgres } from '../src/adapters/embedded-postgres/start-embedded-postgres.ts'
import { openLog } from '../src/adapters/log/open-log.ts'
import { openApp, release } from '../src/app/open-app.ts'
import { readConfig } from '../src/config/config.ts'
import { runJob } from '../src/jobs/jobs.ts'
import { closeRoundsNow, postQuestionNow } from '../src/services/rounds/post-now.ts'
import { findBrowser, openBrowser } from '../test/kit/people/browser.ts'
import { type Visitor, visitor } from '../test/kit/people/visitor.ts'

const folder = 'docs/listing'
const dayMs = 24 * 60 * 60_000
const daysPlayed = 19
const shown = 'one-off-dyno-what'
/** The first channel of a new database. */
const channelId = 1

/** Slack asks for 1600 × 1000 px; at this size words can be read in a preview as well. */
const screen = { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1.25, colorScheme: 'light' } as const

const cast = [
  { name: 'Mia Lindqvist', team: 'Core', skill: 0.9 },
  { name: 'Sam Okafor', team: 'Core', skill: 0.3 },
  { name: 'Noor Haddad', team: 'Night Shift', skill: 0.8 },
  { name: 'Priya Raman', team: 'Night Shift', skill: 0.7 },
  { name: 'Jonas Weber', team: 'Platform', skill: 0.5 },
  { name: 'Ana Souza', team: 'Platform', skill: 0.4 },
]

const executable = findBrowser()
if (!executable) process.exit(1)
await mkdir(folder, { recursive: true })
const icon = await renderAsync(await readFile('src/adapters/html/public/icon.svg'), {
  fitTo: { mode: 'width', value: 512 },
})
await writeFile(`${folder}/icon.png`, icon.asPng())

const temporary = await mkdtemp(join(tmpdir(), 'heroku-quiz-listing-'))
const postgres = await startEmbeddedPostgres({ directory: temporary, durable: false, onProgress: () => {} })
// Begins on a Monday, so that the same days are played whenever this runs.
const monday = Date.parse('2026-11-02T08:30:00Z')
let now = monday
const config = {
  ...readConfig({ PLAYGROUND: 'on' }),
  databaseUrl: postgres.url,
  appSecret: 'a secret of this script that is long enough',
  publicUrl: 'https://quiz.example',
}
await release(config, () => {})
const app = await openApp(config, openLog({ level: 'error', pretty: false, process: 'listing' }), {
  now: () => new Date(now),
})
const web = app.web()
const { store } = app.deps
const browser = await openBrowser(executable)
try {
  await web.listen({ host: '127.0.0.1', port: 0 })
  const address = `http://127.0.0.1:${(web.server.address() as AddressInfo).port}`
  // Without its rhythms: they would end the sandbox after three days.
  await app.deps.queue.work((job) => runJob(app.deps, job), { concurrency: 8 })
  const owner = await visitor(web)
  const people: Visitor[] = [owner]
  for (const _ of cast.slice(1)) people.push(await visitor(web, { joins: owner }))
  for (const [at, { name, team }] of cast.entries()) {
    await people[at]?.post('me', { name })
    await people[at]?.post('team', { team, verb: at % 2 === 0 ? 'create' : 'join' })
  }
  const says = (at: number, text: string) => people[at]?.post('c/quiz/say', { text })
  const workspace = await until('the workspace', () => store.workspaces.findByRef(owner.sandbox))

  for (let day = 0; day < daysPlayed; day++) {
    now = monday + day * dayMs
    const isLast = day === daysPlayed - 1
    if (day % 7 > 4) continue
    if (isLast) {
      await says(1, 'Good morning. Loser buys the coffee again?')
      await says(0, 'You still owe me two from last week ☕')
      await store.channels.change(channelId, { settings: { pinned: [shown] } })
    }
    const channel = await until('the channel', () => store.channels.find(channelId))
    await postQuestionNow(app.deps, { channel, workspace })
    const round = await until('the question', async () => (await store.rounds.latest(channelId, ['open'], 1))[0])
    const { question } = await until('its text', () => store.questions.find(round.questionId, round.questionVersion))
    for (const [at, { skill }] of cast.entries()) {
      const luck = ((day * 7 + at * 13) % 10) / 10
      if ((luck > 0.8 || isLast) && at % 5 === 0) continue
      now += 60_000
      const words = question.answer.split(' ')
      const text = luck < skill ? question.answer : words.slice(0, Math.ceil(words.length / 3)).join(' ')
      await says(at, `/heroku-quiz answer ${text}`)
    }
    await until('all grades', async () => (await store.answers.ofRound(round.id)).waiting === 0)
    if (isLast) break
    now += 60_000
    await closeRoundsNow(app.deps, channel)
    await until('the reveal', async () => (await store.rounds.find(round.id))?.revealedAt)
  }
  const sandbox = owner.sandbox.replace('playground:', '/play/')
  const letters = await ownLetters()
  const page = await lookAs(owner)
  for (const other of people.slice(1, 4)) await lookAs(other)
  const draw = async (file: string, path: string): Promise<void> => {
    if (path !== '') await page.goto(address + path)
    await page.addStyleTag({ content: letters })
    await page.evaluate('document.fonts.ready')
    await page.screenshot({ path: `${folder}/${file}.jpeg`, quality: 85 })
  }
  await page.reload()
  await page.addStyleTag({ content: letters })
  await page.locator('.card button >> text=Answer').last().click()
  await page
    .locator('dialog[open] textarea')
    .fill('A short-lived dyno that runs one command, such as a database migration')
  await draw('1-answer', '')
  await page.click('dialog[open] >> text=Send')
  await page.locator('text=Found: “short-lived”').waitFor()
  await draw('2-feedback', '')
  await draw('3-board', new URL(app.deps.links.board(workspace) ?? '').pathname)
  const admin = await until('the admin', () => store.players.findByRef(owner.ref))
  const asked = { workspaceId: workspace.id, playerId: admin.id, askedAt: new Date(now), forgetBefore: new Date(0) }
  const link = app.deps.links.desk(await store.deskSessions.ask(asked))
  await page.goto(address + new URL(link ?? '').pathname)
  await page.locator('main button').click()
  await page.waitForURL('**/desk')
  const schedule = { time: '09:30', zone: 'Europe/Berlin', weekdays: [1, 2, 3, 4, 5], skip: [] }
  await store.channels.change(channelId, { schedule })
  await draw('4-desk', '/desk/coming')

  /** Opens the channel in a browser of their own. */
  async function lookAs(person: Visitor): Promise<Page> {
    const [name = '', value = ''] = person.cookie().split('=')
    const context = await browser.newContext({ ...screen, bypassCSP: true })
    await context.addCookies([{ name, value, url: address }])
    const opened = await context.newPage()
    await opened.goto(`${address}${sandbox}`)
    return opened
  }
} finally {
  await browser.close()
  web.server.closeAllConnections()
  await web.close()
  await app.close()
  await postgres.stop()
  await rm(temporary, { recursive: true })
}

/** The font of the weekly picture in place of the system's, so that the pictures are the same on every machine. */
async function ownLetters(): Promise<string> {
  const faces = [
    { name: 'inter-medium', weights: '100 500' },
    { name: 'inter-bold', weights: '501 900' },
  ].map(async ({ name, weights }) => {
    const font = await readFile(`src/adapters/picture/fonts/${name}.ttf`, 'base64')
    return `@font-face{font-family:Inter;font-weight:${weights};src:url(data:font/ttf;base64,${font})}`
  })
  return `${(await Promise.all(faces)).join('')}:root{--letters:Inter,system-ui}`
}

async function until<T>(what: string, look: () => Promise<T | undefined | false>): Promise<T> {
  for (let waited = 0; waited < 60_000; waited += 50) {
    const seen = await look()
    if (seen) return seen
    await sleep(50)
  }
  throw new Error(`In vain: ${what}`)
}
