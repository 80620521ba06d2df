import { describe, expect, it } from 'vitest'
import { extendStreak, noStreak, type Streak, streakOn } from '../../../src/domain/habit/streak.ts'

/** Answers in one channel, each after a number of missed days. */
function answering(days: [day: string, missed: number][], from: Streak = noStreak): Streak {
  return days.reduce((streak, [day, missed]) => extendStreak(streak, { day, channel: 1 }, before(day, missed)), from)
}

/** Returns this number of days before a day on which channel 1 asked. */
function before(day: string, count: number): Record<string, string[]> {
  return { 1: Array.from({ length: count }, (_, index) => plus(day, -1 - index)) }
}

function plus(day: string, count: number): string {
  return new Date(Date.parse(day) + count * 24 * 60 * 60_000).toISOString().slice(0, 10)
}

describe('a streak', () => {
  it('grows by one for each scheduled day that is answered', () => {
    expect(
      answering([
        ['2026-03-02', 0],
        ['2026-03-03', 0],
        ['2026-03-04', 0],
      ]),
    ).toMatchObject({ current: 3, longest: 3 })
  })

  it('counts a day once, no matter how many answers it has', () => {
    expect(
      answering([
        ['2026-03-02', 0],
        ['2026-03-02', 0],
      ]).current,
    ).toBe(1)
  })

  it('does not shrink with an answer for an older day', () => {
    expect(
      answering([
        ['2026-03-03', 0],
        ['2026-03-02', 0],
      ]),
    ).toMatchObject({ current: 1, lastDay: '2026-03-03' })
  })

  it('is not broken by days on which nothing was asked', () => {
    expect(
      answering([
        ['2026-03-06', 0],
        ['2026-03-16', 0],
      ]).current,
    ).toBe(2)
  })

  it('breaks at a missed day without a freeze, and remembers the longest', () => {
    expect(
      answering([
        ['2026-03-02', 0],
        ['2026-03-03', 0],
        ['2026-03-05', 1],
      ]),
    ).toMatchObject({ current: 1, longest: 2 })
  })

  it('earns a freeze for a working week and uses it for a missed day', () => {
    const week = answering([
      ['2026-03-02', 0],
      ['2026-03-03', 0],
      ['2026-03-04', 0],
      ['2026-03-05', 0],
      ['2026-03-06', 0],
    ])
    expect(week).toMatchObject({ current: 5, freezes: 1 })
    expect(answering([['2026-03-10', 1]], week)).toMatchObject({ current: 6, freezes: 0 })
    // Two missed days use both freezes. More would break the streak, which then starts again.
    expect(answering([['2026-03-11', 2]], week)).toMatchObject({ current: 1, freezes: 0 })
  })

  it('keeps two freezes at most', () => {
    const days = Array.from({ length: 25 }, (_, index): [string, number] => [
      `2026-03-${String(index + 1).padStart(2, '0')}`,
      0,
    ])
    expect(answering(days)).toMatchObject({ current: 25, freezes: 2 })
  })
})

describe('a streak of somebody who plays in several channels', () => {
  const mondays = ['2026-03-02', '2026-03-09', '2026-03-16', '2026-03-23', '2026-03-30']
  /** Channel 1 asks on Mondays, channel 2 on every working day. */
  const asked = (after: string | undefined) => ({
    1: mondays.filter((day) => day > (after ?? '')),
    2: Array.from({ length: 35 }, (_, index) => plus('2026-03-02', index))
      .filter((day) => ![0, 6].includes(new Date(day).getUTCDay()))
      .filter((day) => day > (after ?? '')),
  })
  const play = (streak: Streak, day: string, channel: number) =>
    extendStreak(streak, { day, channel }, asked(streak.lastDay))

  it('is not lost to one answer in a busier channel', () => {
    let streak = mondays.slice(0, 3).reduce((one, day) => play(one, day, 1), noStreak)
    expect(streak.current).toBe(3)
    streak = play(streak, '2026-03-20', 2)
    expect(streak.current).toBe(4)
    expect(play(streak, '2026-03-23', 1)).toMatchObject({ current: 5, freezes: 1 })
  })

  it('counts a day once, no matter in how many channels it was answered', () => {
    const both = play(play(noStreak, '2026-03-02', 1), '2026-03-02', 2)
    expect(both).toMatchObject({ current: 1, channels: { 1: '2026-03-02', 2: '2026-03-02' } })
    expect(play(both, '2026-03-02', 2)).toBe(both)
  })

  it('counts the fewest missed days of any channel, and breaks if all channels were missed', () => {
    const streak = ['2026-03-02', '2026-03-03', '2026-03-04'].reduce((one, day) => play(one, day, 2), noStreak)
    expect(play(streak, '2026-03-06', 2).current).toBe(1)
    const inBoth = play(streak, '2026-03-04', 1)
    expect(play(inBoth, '2026-03-06', 2).current).toBe(4)
    expect(play(inBoth, '2026-03-10', 2).current).toBe(1)
  })

  it('ignores a channel in which nothing was answered for a month', () => {
    const moved = play(play(noStreak, '2026-03-02', 1), '2026-03-30', 2)
    const later = extendStreak(moved, { day: '2026-04-03', channel: 2 }, { 1: [], 2: ['2026-03-31', '2026-04-01'] })
    expect(Object.keys(later.channels ?? {})).toEqual(['2'])
    expect(later.current).toBe(1)
  })
})

describe('the streak on a given day', () => {
  const five = answering(['02', '03', '04', '05', '06'].map((day) => [`2026-03-${day}`, 0]))

  it.each<[what: string, missed: string[], shown: Partial<Streak>]>([
    ['is what it was while nothing was missed', [], { current: 5, freezes: 1 }],
    ['has spent a freeze after a missed day', ['2026-03-09'], { current: 5, freezes: 0 }],
    ['is over where the freezes do not reach', ['2026-03-09', '2026-03-10'], { current: 0, freezes: 0, longest: 5 }],
    ['is not touched by a question that is still open', ['2026-03-12'], { current: 5, freezes: 1 }],
  ])('%s', (_what, missed, shown) => {
    expect(streakOn(five, '2026-03-12', { 1: missed })).toMatchObject(shown)
  })

  it('continues from the data of the previous release', () => {
    const old = { current: 9, longest: 9, freezes: 1, lastDay: '2026-03-06' }
    expect(answering([['2026-03-09', 0]], old)).toMatchObject({ current: 10, freezes: 2 })
    expect(streakOn(old, '2026-03-12', before('2026-03-12', 3))).toMatchObject({ current: 0, longest: 9 })
  })
})
