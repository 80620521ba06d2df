// How long the playground takes to load on a slow connection after a week of questions: bytes and requests, and the
// largest contentful paint with Chromium's own throttling. Needs Chromium.
import type { Browser, BrowserContext, CDPSession } from 'playwright-core'
import { channelId, type Play, playWeeks } from '../scripts/played-weeks.ts'
import { postWeeklyNow } from '../src/services/boards/post-weekly.ts'

const visits = 5
const goals = { bytes: 60_000, paintMs: 2000 }

/** WebPageTest's “3G slow”: 400 kbit/s and 400 ms for each round trip. */
const slow3g = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 }

const cast = [
  { name: 'Mia Lindqvist', team: 'Core', skill: 0.7 },
  { name: 'Sam Okafor', team: 'Core', skill: 0.3 },
  { name: 'Noor Haddad', team: 'Night Shift', skill: 0.8 },
  { name: 'Priya Raman', team: 'Night Shift', skill: 0.6 },
]

type Visit = { bytes: number; requests: number; paintMs: number }

await playWeeks({ monday: '2026-11-02T08:30:00Z', days: 8, cast, before }, measure)

/** Adds the picture of the week, posted on Friday. */
async function before({ deps, workspace }: Play, day: number): Promise<void> {
  const channel = day === 4 && (await deps.store.channels.find(channelId))
  if (channel) await postWeeklyNow(deps, { workspace, channel })
}

async function measure({ browser, address, people }: Play): Promise<void> {
  const [mia] = people
  if (!mia) throw new Error('nobody plays')
  const page = { address: `${address}${mia.sandbox.replace('playground:', '/play/')}`, cookie: mia.cookie() }
  const seen: Visit[] = []
  for (let visit = 0; visit < visits; visit++) seen.push(await look(browser, page))
  const of = (what: keyof Visit): number => seen.map((visit) => visit[what]).toSorted((a, b) => a - b)[visits >> 1] ?? 0
  console.log(`/play after a week, on a phone with slow 3G (400 kbit/s, 400 ms), median of ${visits} first visits\n`)
  console.log(`bytes over the wire       ${of('bytes')} (goal: under ${goals.bytes})`)
  console.log(`requests                  ${of('requests')}`)
  console.log(`largest contentful paint  ${Math.round(of('paintMs'))} ms (goal: under ${goals.paintMs})`)
}

/** A first visit with an empty cache. */
async function look(browser: Browser, { address, cookie }: { address: string; cookie: string }): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 }, isMobile: true, hasTouch: true })
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url: address }])
  try {
    return await visitIn(context, address)
  } finally {
    await context.close()
  }
}

async function visitIn(context: BrowserContext, address: string): Promise<Visit> {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  const wire = await watch(session)
  await page.goto(address, { waitUntil: 'load' })
  // The stream stays open, so the network is never idle.
  await page.waitForTimeout(6000)
  const paintMs = await page.evaluate<number>(`new Promise((done) => {
    new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime))
      .observe({ type: 'largest-contentful-paint', buffered: true })
  })`)
  return { ...wire, paintMs }
}

async function watch(session: CDPSession): Promise<{ bytes: number; requests: number }> {
  const wire = { bytes: 0, requests: 0 }
  session.on('Network.requestWillBeSent', () => {
    wire.requests += 1
  })
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    wire.bytes += encodedDataLength
  })
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', slow3g)
  return wire
}
