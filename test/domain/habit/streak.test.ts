import { describe, expect, it } from 'vitest'
import { extendStreak, noStreak, type Streak } from '../../../src/domain/habit/streak.ts'

function answering(days: [day: string, missed: number][], from: Streak = noStreak): Streak {
  return days.reduce((streak, [day, missed]) => extendStreak(streak, day, missed), from)
}

describe('a streak', () => {
  it('grows by one each scheduled day answered', () => {
    expect(
      answering([
        ['2026-03-02', 0],
        ['2026-03-03', 0],
        ['2026-03-04', 0],
      ]),
    ).toMatchObject({ current: 3, longest: 3 })
  })

  it('counts a day once, however often it is answered', () => {
    expect(
      answering([
        ['2026-03-02', 0],
        ['2026-03-02', 0],
      ]).current,
    ).toBe(1)
  })

  it('does not go back for an answer to an older day', () => {
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

  it('earns a freeze for a working week and spends it on a missed day', () => {
    const week = answering([
      ['2026-03-02', 0],
      ['2026-03-03', 0],
      ['2026-03-04', 0],
      ['2026-03-05', 0],
      ['2026-03-06', 0],
    ])
    expect(week).toMatchObject({ current: 5, freezes: 1 })
    expect(extendStreak(week, '2026-03-10', 1)).toMatchObject({ current: 6, freezes: 0 })
    expect(extendStreak(week, '2026-03-11', 2)).toMatchObject({ current: 1, freezes: 1 })
  })

  it('earns one freeze a week at most, also where a question comes every day', () => {
    const days = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12', '13', '14', '15', '16', '17']
    const spent = answering(days.map((day) => [`2026-03-${day}`, 0])) // Fridays would be the fifth and the twelfth day.
    expect(spent).toMatchObject({ current: 17, freezes: 2, freezeWeek: '2026-03-09' })
    const poor = { ...spent, freezes: 0, current: 14, freezeWeek: '2026-03-16', lastDay: '2026-03-17' }
    expect(extendStreak(poor, '2026-03-18', 0)).toMatchObject({ current: 15, freezes: 0 })
    expect(extendStreak(poor, '2026-03-23', 0)).toMatchObject({ current: 15, freezes: 1 })
  })

  it('keeps two freezes at most', () => {
    const days = Array.from({ length: 25 }, (_, index): [string, number] => [
      `2026-03-${String(index + 1).padStart(2, '0')}`,
      0,
    ])
    expect(answering(days)).toMatchObject({ current: 25, freezes: 2 })
  })
})
