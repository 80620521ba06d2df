import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inZone } from '../../src/messages/schedule.ts'
import { aQuestion } from '../contracts/store/scene.ts'
import { type HabitWorld, habitWorld, type Person } from '../kit/services/habit-world.ts'
import { type Chance, seeded } from '../kit/services/seeded.ts'

/**
 * Zones ahead of and behind UTC, with and without clock changes, with whole and half hours, at night and across
 * midnight.
 */
const zones = [
  'America/Nuuk',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Europe/Berlin',
  'Pacific/Auckland',
  'Pacific/Honolulu',
  'Asia/Kolkata',
] as const
const times = ['00:00', '01:45', '02:30', '09:30', '16:10', '23:30'] as const
const days = ['daily', 'mon-fri', 'sun–thu', 'mon;wed;fri', 'sat', 'tue/thu'] as const

const start = '2026-11-09T12:00:00Z'
const end = '2027-11-10T00:00:00Z'
const hourMs = 60 * 60 * 1000

let world: HabitWorld
let admin: Person

beforeAll(async () => {
  const topics = Array.from({ length: 20 }, (_, index) => `topic-${index}`)
  world = await habitWorld(
    start,
    topics.map((topic) => aQuestion(`question-about-${topic}`, 'v1', topic)),
  )
  admin = world.person('Admin', { admin: true })
})
afterAll(() => world.close())

const now = (): number => world.deps.clock.now().getTime()

async function wakeAt(moment: number): Promise<void> {
  world.sleepUntil(new Date(moment).toISOString())
  await world.beat()
}

/** Returns whether a post is due before a moment. If it is, it was not announced. */
async function isDueBefore(moment: number): Promise<boolean> {
  return (await world.store.channels.due(new Date(moment - 1), { after: 0, limit: 1 })).length > 0
}

/** An admin changes a setting; returns the next three announced posts. */
async function announce(chance: Chance): Promise<{ zone: string; posts: string[] }> {
  const zone = chance.of(zones)
  if (chance.between(1, 4) === 1) await admin.types('schedule off')
  await admin.types(`schedule set ${chance.of(times)} ${zone} ${chance.of(days)}`)
  const day = new Date(now() + chance.between(0, 9) * 24 * hourMs).toISOString().slice(0, 10)
  if (chance.between(1, 3) === 1) await admin.types(`settings skip add ${day}`)
  const shown = await admin.types('schedule show')
  return { zone, posts: [...shown.matchAll(/^- (.+)$/gm)].map(([, post = '']) => post) }
}

function momentOf(post: string, zone: string): number {
  const [, date, time] = /, (\d+ \w+ \d+) at (\d\d:\d\d)/.exec(post) ?? []
  const local = new Date(`${date} ${time} UTC`).toISOString().slice(0, 16)
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds
}

async function asked(zone: string): Promise<string[]> {
  const rounds = await world.store.rounds.latest(1, ['open', 'closed'], 1000)
  return rounds.toReversed().map(({ openedAt }) => (openedAt ? inZone(openedAt, zone) : 'never opened'))
}

describe('the dates that a schedule announces', () => {
  it('match the actual posts, over a year of changes in many time zones', { timeout: 240_000 }, async () => {
    const chance = seeded(7)
    let watched = 0
    while (now() < Date.parse(end)) {
      const set = new Date(now()).toISOString()
      const { zone, posts } = await announce(chance)
      expect([set, zone, posts.length]).toEqual([set, zone, 3])
      const before = (await asked(zone)).length
      const awaited = posts.slice(0, chance.between(0, 3))
      for (const post of awaited) {
        expect([set, post, await isDueBefore(momentOf(post, zone))]).toEqual([set, post, false])
        await wakeAt(momentOf(post, zone))
      }
      expect([set, zone, (await asked(zone)).slice(before)]).toEqual([set, zone, awaited])
      watched += awaited.length
      await wakeAt(now() + chance.between(0, 20) * hourMs)
    }
    expect(watched).toBeGreaterThan(100)
  })
})
