// Simulates a team that plays for weeks, with a simulated clock, and opens its pages in a browser. The scripts for
// pictures use it.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { startEmbeddedPostgres } from '../src/adapters/embedded-postgres/start-embedded-postgres.ts'
import { openLog } from '../src/adapters/log/open-log.ts'
import { openApp } from '../src/app/open-app.ts'
import { release } from '../src/app/release.ts'
import { readConfig } from '../src/config/config.ts'
import { runJob } from '../src/jobs/jobs.ts'
import type { Workspace } from '../src/ports/store/workspaces.ts'
import type { Deps } from '../src/services/deps.ts'
import { closeRoundsNow, postQuestionNow } from '../src/services/rounds/post-now.ts'
import { findBrowser, openBrowser } from '../test/kit/people/browser.ts'
import { type Visitor, visitor } from '../test/kit/people/visitor.ts'

const dayMs = 24 * 60 * 60_000
export const channelId = 1

/** `skill` is the probability of a right answer, from 0 to 1. */
export type Cast = readonly { name: string; team: string; skill: number }[]

export type Play = {
  deps: Deps
  browser: Browser
  address: string
  workspace: Workspace
  people: readonly Visitor[]
  says(at: number, text: string): Promise<unknown>
}

type Script = {
  /** The first day, a Monday, and when its question is posted. */
  monday: string
  /**
   * The number of days, including weekends. The last question stays open, and the first and the last person of the cast
   * haven't answered it.
   */
  days: number
  cast: Cast
  /** Called before the question of each day. */
  before(play: Play, day: number): Promise<void>
}

/** Simulates the days, then calls `look` with the result. Everything is deleted afterwards. */
export async function playWeeks(script: Script, look: (play: Play) => Promise<void>): Promise<void> {
  const executable = findBrowser()
  if (!executable) process.exit(1)
  const temporary = await mkdtemp(join(tmpdir(), 'heroku-quiz-pictures-'))
  const postgres = await startEmbeddedPostgres({ directory: temporary, durable: false, onProgress: () => {} })
  const clock = { now: Date.parse(script.monday) }
  const config = {
    ...readConfig({ PLAYGROUND: 'on' }),
    databaseUrl: postgres.url,
    appSecret: 'a secret of this script that is long enough',
    publicUrl: 'https://quiz.example',
  }
  await release(config, () => {})
  const app = await openApp(config, openLog({ level: 'error', pretty: false, process: 'pictures' }), {
    now: () => new Date(clock.now),
  })
  const web = app.web()
  const browser = await openBrowser(executable)
  try {
    await web.listen({ host: '127.0.0.1', port: 0 })
    const address = `http://127.0.0.1:${(web.server.address() as AddressInfo).port}`
    // Without repeated jobs, which would delete the sandbox after three days.
    await app.deps.queue.work((job) => runJob(app.deps, job), { concurrency: 8 })
    const owner = await visitor(web)
    const people: Visitor[] = [owner]
    for (const _ of script.cast.slice(1)) people.push(await visitor(web, { joins: owner }))
    for (const [at, { name, team }] of script.cast.entries()) {
      await people[at]?.post('me', { name })
      const isFirst = script.cast.findIndex((one) => one.team === team) === at
      await people[at]?.post('team', { team, verb: isFirst ? 'create' : 'join' })
    }
    const workspace = await until('the workspace', () => app.deps.store.workspaces.findByRef(owner.sandbox))
    const says = async (at: number, text: string) => people[at]?.post('c/quiz/say', { text })
    const play: Play = { deps: app.deps, browser, address, workspace, people, says }
    await playDays(script, play, clock)
    await look(play)
  } finally {
    await browser.close()
    web.server.closeAllConnections()
    await web.close()
    await app.close()
    await postgres.stop()
    await rm(temporary, { recursive: true })
  }
}

async function playDays({ monday, days, cast, before }: Script, play: Play, clock: { now: number }): Promise<void> {
  const { deps, workspace } = play
  const { store } = deps
  for (let day = 0; day < days; day++) {
    clock.now = Date.parse(monday) + day * dayMs
    const isLast = day === days - 1
    if (day % 7 > 4) continue
    await before(play, day)
    const channel = await until('the channel', () => store.channels.find(channelId))
    await postQuestionNow(deps, { channel, workspace })
    const round = await until('the question', async () => (await store.rounds.latest(channelId, ['open'], 1))[0])
    const { question } = await until('its text', () => store.questions.find(round.questionId, round.questionVersion))
    for (const [at, { skill }] of cast.entries()) {
      const luck = ((day * 7 + at * 13) % 10) / 10
      if ((luck > 0.8 || isLast) && at % 5 === 0) continue
      clock.now += 60_000
      const words = question.answer.split(' ')
      const text = luck < skill ? question.answer : words.slice(0, Math.ceil(words.length / 3)).join(' ')
      await play.says(at, `/heroku-quiz answer ${text}`)
    }
    await until('all grades', async () => (await store.answers.ofRound(round.id)).waiting === 0)
    if (isLast) break
    clock.now += 60_000
    await closeRoundsNow(deps, channel)
    await until('the reveal', async () => (await store.rounds.find(round.id))?.revealedAt)
  }
}

/** Uses the font of the weekly picture instead of the system's, so that the pictures are the same on every machine. */
export async function ownLetters(page: Page): Promise<void> {
  const faces = [
    { name: 'inter-medium', weights: '100 500' },
    { name: 'inter-bold', weights: '501 900' },
  ].map(async ({ name, weights }) => {
    const font = await readFile(`src/adapters/picture/fonts/${name}.ttf`, 'base64')
    return `@font-face{font-family:Inter;font-weight:${weights};src:url(data:font/ttf;base64,${font})}`
  })
  await page.addStyleTag({ content: `${(await Promise.all(faces)).join('')}:root{--letters:Inter,system-ui}` })
  await page.evaluate('document.fonts.ready')
}

export async function until<T>(what: string, look: () => Promise<T | undefined | false>): Promise<T> {
  for (let waited = 0; waited < 60_000; waited += 50) {
    const seen = await look()
    if (seen) return seen
    await sleep(50)
  }
  throw new Error(`In vain: ${what}`)
}
