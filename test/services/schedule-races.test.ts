import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { askScheduled } from '../../src/services/rounds/ask-scheduled.ts'
import { aQuestion } from '../contracts/store/scene.ts'
import { type HabitWorld, habitWorld, type Person } from '../kit/services/habit-world.ts'

let world: HabitWorld
let admin: Person

/** A channel in Berlin with a question at nine, whose holidays were looked up long ago. */
beforeEach(async () => {
  world = await habitWorld(
    '2026-05-03T08:00:00Z',
    Array.from({ length: 30 }, (_, index) => aQuestion(`q${index}`)),
  )
  admin = world.person('Admin', { admin: true })
  await admin.types('schedule set 09:00 Europe/Berlin daily')
  await admin.types('settings holidays DE')
  await admin.types('settings skip 2026-05-11 2026-05-12')
  const channel = await world.store.channels.find(1)
  if (!channel?.schedule?.holidays) throw new Error('no holidays')
  const holidays = { ...channel.schedule.holidays, asOf: '2026-03-02' }
  await world.store.channels.change(1, { schedule: { ...channel.schedule, holidays } })
})
afterEach(() => world.close())

/** Asks the channel its question of the day, and runs a function after its schedule was read. */
async function askWhile(doing: () => Promise<unknown>): Promise<void> {
  const { holidays, ...deps } = world.deps
  world.sleepUntil('2026-05-04T07:00:30Z')
  await askScheduled(
    {
      ...deps,
      holidays: {
        async publicHolidays(...asked) {
          await doing()
          return holidays.publicHolidays(...asked)
        },
      },
    },
    1,
    '2026-05-04',
  )
}

const due = async (at: string): Promise<string[]> => {
  const found = await world.store.channels.due(new Date(at), { after: 0, limit: 10 })
  return found.map(({ dueAt }) => dueAt.toISOString())
}
const schedule = async () => (await world.store.channels.find(1))?.schedule

describe('while a question is asked', () => {
  it('new holidays and the next time are saved if nobody changes the schedule', async () => {
    await askWhile(async () => {})
    expect((await schedule())?.holidays?.asOf).toBe('2026-05-04')
    expect(await due('2026-05-10T00:00:00Z')).toEqual(['2026-05-05T07:00:00.000Z'])
  })

  it.each<[what: string, words: string, expected: object | undefined, next: string[]]>([
    ['turned off', 'schedule off', undefined, []],
    [
      'set to another time',
      'schedule set 17:00 UTC mon-fri',
      { time: '17:00', zone: 'UTC' },
      ['2026-05-04T17:00:00.000Z'],
    ],
    [
      'given a date to skip',
      'settings skip add 2026-05-05',
      { skip: ['2026-05-05', '2026-05-11', '2026-05-12'] },
      ['2026-05-04T07:00:00.000Z', '2026-05-06T07:00:00.000Z'],
    ],
    [
      'without its holidays',
      'settings holidays off',
      { time: '09:00' },
      ['2026-05-05T07:00:00.000Z', '2026-05-04T07:00:00.000Z'],
    ],
  ])('a schedule that is %s stays as the admin set it', async (_what, words, expected, next) => {
    let left: unknown
    await askWhile(async () => {
      await admin.types(words)
      left = await schedule()
    })
    expect(await schedule()).toEqual(left)
    if (expected) expect(left).toMatchObject(expected)
    else expect(left).toBeUndefined()
    const found = await due('2026-05-10T00:00:00Z')
    expect(next).toEqual(expect.arrayContaining(found))
    expect(found).toHaveLength(Math.min(1, next.length))
    // The tick continues for this channel and all others.
    await world.passUntil('2026-05-05T18:00:00Z', 60 * 60_000)
    expect(world.errors).toEqual([])
  })

  it('a channel that gets paused stays paused', async () => {
    await askWhile(() => world.store.channels.change(1, { pausedBecause: 'forbidden', nextPostAt: null }))
    expect(await due('2026-06-10T00:00:00Z')).toEqual([])
    expect((await world.store.channels.find(1))?.pausedBecause).toBe('forbidden')
  })

  it('the dates that two admins each remove are both removed', async () => {
    const other = world.person('Other', { admin: true })
    await Promise.all([admin.types('settings skip add 2026-05-20'), other.types('settings skip add 2026-05-21')])
    expect((await schedule())?.skip).toEqual(['2026-05-11', '2026-05-12', '2026-05-20', '2026-05-21'])
  })
})

describe('a schedule that is turned off and on again', () => {
  it('keeps its holidays and its future skipped dates', async () => {
    await admin.types('schedule off')
    await world.passUntil('2026-05-12T06:00:00Z', 24 * 60 * 60_000)
    const said = await admin.types('schedule set 10:00 Europe/Berlin')
    expect(said).toContain('Skipped: 2026-05-12')
    expect(said).toContain('No question on public holidays (DE).')
    expect((await schedule())?.skip).toEqual(['2026-05-12'])
    expect((await world.store.channels.find(1))?.endedSchedule).toBeUndefined()
    // Past dates are deleted, including those that an admin restores.
    await admin.types('settings skip none')
    await admin.types('schedule off')
    await admin.types('schedule set 10:00 Europe/Berlin')
    expect((await schedule())?.skip).toEqual([])
  })

  it('stays off if it is turned off twice', async () => {
    await admin.types('schedule off')
    await admin.types('schedule off')
    expect(await admin.types('schedule set 10:00 Europe/Berlin')).toContain(
      'Skipped: 2026-05-11 (Mon) and 2026-05-12 (Tue)',
    )
  })
})
