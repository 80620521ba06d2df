import { describe, expect, it } from 'vitest'
import type { Schedule } from '../../../src/domain/calendar.ts'
import { QuizError } from '../../../src/domain/errors.ts'
import { daysAhead, goalWeek, readGoal } from '../../../src/domain/habit/goal.ts'

function problemWith(typed: string): string {
  try {
    return `taken: ${readGoal(typed)}`
  } catch (error) {
    return error instanceof QuizError ? `${error.code}: ${error.facts.problem}` : String(error)
  }
}

describe('a typed goal', () => {
  it.each([
    ['3', 3],
    [' 7 ', 7],
    ['1 day', 1],
    ['4 days a week', 4],
    ['5 per week', 5],
    ['OFF', undefined],
  ])('%s', (typed, days) => {
    expect(readGoal(typed)).toBe(days)
  })

  it.each([
    ['9', 'A week has 7 days, and 9 is more.'],
    ['0', 'A goal is one day a week at least.'],
    ['many', '“many” isn’t a number of days.'],
    ['-3', '“-3” isn’t a number of days.'],
    ['2.5', '“2.5” isn’t a number of days.'],
    ['', '“” isn’t a number of days.'],
    ['😀'.repeat(2000), `“${'😀'.repeat(40)}” isn’t a number of days.`],
  ])('%.10s is refused with a reason', (typed, problem) => {
    expect(problemWith(typed)).toBe(`goal-bad: ${problem}`)
  })
})

describe('a week with a goal of four days', () => {
  const [mon, tue, wed, thu, fri] = ['02', '03', '04', '05', '06'].map((day) => `2026-03-${day}`) as [
    string,
    string,
    string,
    string,
    string,
  ]
  const weekdays = [mon, tue, wed, thu, fri]
  const off = [{ first: wed, last: fri }]

  it.each<[what: string, answered: string[], asked: string[] | undefined, pauses: typeof off, goes: string]>([
    ['asked every working day', [mon, tue], weekdays, [], '2 of 4'],
    ['answered more than the goal', weekdays, weekdays, [], '5 of 4'],
    ['with three holidays', [mon], [mon, tue], [], '1 of 2'],
    ['with a pause from Wednesday', [mon], weekdays, off, '1 of 2'],
    ['with an answer during the pause', [mon, thu], weekdays, off, '2 of 3'],
    ['paused as a whole', [], weekdays, [{ first: mon, last: fri }], '0 of 0'],
    ['with a day in two channels', [mon, mon], [...weekdays, ...weekdays], [], '1 of 4'],
    ['with extra questions only', [mon, tue], [], [], '2 of 2'],
    ['where nobody knows what is asked', [mon], undefined, [], '1 of 4'],
  ])('%s', (_, answered, asked, pauses, goes) => {
    const week = goalWeek(4, { answered, asked, pauses })
    expect(`${week.answered} of ${week.target}`).toBe(goes)
  })
})

describe('the remaining days of a week', () => {
  const daily: Schedule = { time: '09:00', zone: 'Europe/Berlin', weekdays: [1, 2, 3, 4, 5], skip: ['2026-03-05'] }
  const holiday = { place: 'DE', days: { '2026-03-06': 'A holiday' }, asOf: '2026-01-01' }
  const sunday = '2026-03-08'

  it.each<[what: string, schedules: Schedule[], now: string, days: string[]]>([
    ['before the post', [daily], '2026-03-04T07:59:00Z', ['2026-03-04', '2026-03-06']],
    ['after it', [daily], '2026-03-04T08:00:00Z', ['2026-03-06']],
    ['with a holiday', [{ ...daily, holidays: holiday }], '2026-03-04T08:00:00Z', []],
    [
      'of two channels, each day once',
      [daily, { ...daily, skip: [] }],
      '2026-03-04T08:00:00Z',
      ['2026-03-06', '2026-03-05'],
    ],
    ['on Sunday evening', [daily], '2026-03-08T20:00:00Z', []],
    ['on Monday where the channel is ahead', [{ ...daily, zone: 'Asia/Tokyo' }], '2026-03-08T22:00:00Z', []],
    ['without a schedule', [], '2026-03-04T08:00:00Z', []],
  ])('%s', (_, schedules, now, days) => {
    expect(daysAhead(schedules, new Date(now), sunday)).toEqual(days)
  })
})
