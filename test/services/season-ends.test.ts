import { afterEach, describe, expect, it } from 'vitest'
import { runJob } from '../../src/jobs/jobs.ts'
import { aQuestion } from '../contracts/store/scene.ts'
import { type HabitWorld, habitWorld, type Person } from '../kit/services/habit-world.ts'

let world: HabitWorld
let admin: Person
afterEach(() => world.close())

const hours = 60 * 60 * 1000

/** A workspace in Berlin with a season of this length, in which Ann and Ben share first place. */
async function aSeason(now: string, length: string): Promise<void> {
  world = await habitWorld(now, [aQuestion('one'), aQuestion('two')])
  admin = world.person('Admin', { admin: true })
  await admin.types('schedule set 09:30 Europe/Berlin')
  await admin.types(`settings seasons ${length}`)
  await admin.types('ask')
  for (const name of ['Ann', 'Ben']) await world.person(name).types('answer Once a day')
}

function finales(): string[] {
  return world.chat.said.flatMap(({ how, text }) =>
    how === 'post' && text.includes('The season is over') ? [text] : [],
  )
}

async function closings(): Promise<string[]> {
  return (await world.store.seasons.unclosed(1)).map(
    ({ length, startsOn, closesAt }) => `${length} ${startsOn} closes ${closesAt.toISOString()}`,
  )
}

describe('the end of a season', () => {
  it('is posted and recorded once, even by two workers at once, and names everybody who shares first place', async () => {
    await aSeason('2026-03-30T12:00:00Z', 'month')
    world.sleepUntil('2026-04-01T07:30:00Z')
    const close = () => runJob(world.deps, { name: 'season', seasonId: 1 })
    await Promise.all([close(), close()])
    await close()
    expect(finales()).toHaveLength(1)
    expect(finales()[0]).toContain('Players of the season: Ann and Ben, with 10 points each')
    const [past] = await world.store.seasons.past(1, 'month', 5)
    expect(past?.places.map(({ name, rank }) => [name, rank])).toEqual([
      ['Ann', 1],
      ['Ben', 1],
    ])
  })

  it('records its winners without a post if it is days late, and so does each season after it', async () => {
    await aSeason('2026-03-30T12:00:00Z', 'month')
    world.sleepUntil('2026-05-20T12:00:00Z')
    for (let turn = 0; turn < 3; turn++) await world.beat()
    expect(finales()).toEqual([])
    expect(await world.store.seasons.past(1, 'month', 5)).toMatchObject([{ startsOn: '2026-03-01' }])
    expect(await closings()).toEqual(['month 2026-05-01 closes 2026-06-01T07:00:00.000Z'])
  })

  it.each<[story: string, words: string[], closings: string[]]>([
    ['in the zone where it began', [], ['month 2026-03-01 closes 2026-04-01T07:00:00.000Z']],
    [
      'in the zone that the workspace moves to',
      ['settings zone America/New_York'],
      ['month 2026-03-01 closes 2026-04-01T13:00:00.000Z'],
    ],
    [
      'at the hour of the weekly board',
      ['weekly set friday 16:00'],
      ['month 2026-03-01 closes 2026-04-01T14:00:00.000Z'],
    ],
    [
      'not right at midnight, when answers are still graded',
      ['weekly set monday 00:00'],
      ['month 2026-03-01 closes 2026-03-31T22:15:00.000Z'],
    ],
    [
      'with the quarter, if seasons become longer',
      ['settings seasons quarter'],
      ['quarter 2026-01-01 closes 2026-04-01T07:00:00.000Z'],
    ],
    [
      'with the month, if they become shorter again',
      ['settings seasons quarter', 'settings seasons month'],
      ['month 2026-03-01 closes 2026-04-01T07:00:00.000Z'],
    ],
    ['never, if they are turned off', ['settings seasons off'], []],
  ])('comes %s', async (_story, words, expected) => {
    await aSeason('2026-03-30T12:00:00Z', 'month')
    for (const line of words) await admin.types(line)
    expect(await closings()).toEqual(expected)
  })

  it('comes even if the workspace moves to a time zone where the season is already over', async () => {
    await aSeason('2026-03-31T19:00:00Z', 'month')
    await admin.types('settings zone Asia/Tokyo')
    expect(await closings()).toEqual([
      'month 2026-03-01 closes 2026-04-01T00:00:00.000Z',
      'month 2026-04-01 closes 2026-05-01T00:00:00.000Z',
    ])
    await world.passUntil('2026-04-01T00:01:00Z', 3 * hours)
    expect(finales()).toHaveLength(1)
  })

  it('comes even if the length is changed on the morning after', async () => {
    await aSeason('2026-03-30T12:00:00Z', 'month')
    world.sleepUntil('2026-04-01T06:00:00Z')
    await admin.types('settings seasons quarter')
    expect(await closings()).toEqual([
      'month 2026-03-01 closes 2026-04-01T07:00:00.000Z',
      'quarter 2026-04-01 closes 2026-07-01T07:00:00.000Z',
    ])
    await world.passUntil('2026-04-01T07:01:00Z')
    expect(finales()).toHaveLength(1)
  })
})
