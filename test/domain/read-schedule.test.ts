import { describe, expect, it } from 'vitest'
import { QuizError } from '../../src/domain/errors.ts'
import { readDate, readTime, readWeekdays, sortScheduleWords } from '../../src/domain/typed/read-schedule.ts'
import { readZone } from '../../src/domain/typed/read-zone.ts'

function problem(read: () => unknown): string {
  try {
    read()
  } catch (error) {
    if (error instanceof QuizError) return String(error.facts.problem)
  }
  return 'none'
}

describe('a typed schedule', () => {
  it.each([
    ['9:30', '09:30'],
    ['09.05', '09:05'],
    ['23:59', '23:59'],
    [' 00:00 ', '00:00'],
    ['9h30', '09:30'],
    ['9am', '09:00'],
    ['9:30PM', '21:30'],
    ['12am', '00:00'],
    ['12:15pm', '12:15'],
    ['0900', '09:00'],
    ['2 p.m.', '14:00'],
  ])('time %j', (typed, read) => {
    expect(readTime(typed)).toBe(read)
  })

  it.each(['25:00', '9', '9:5', '12:60', '13pm', '0am', '9:30xm', 'noon', ''])('no time: %j', (typed) => {
    expect(problem(() => readTime(typed))).toContain('HH:MM')
  })

  it.each([
    ['europe/berlin', 'Europe/Berlin'],
    ['UTC', 'UTC'],
    ['America/New_York', 'America/New_York'],
    ['Berlin', 'Europe/Berlin'],
    ['new york', 'America/New_York'],
    ['America/New York', 'America/New_York'],
    ['São Paulo', 'America/Sao_Paulo'],
  ])('zone %j', (typed, read) => {
    expect(readZone(typed)).toBe(read)
  })

  it.each([
    ['Mars/Base', 'don’t know the time zone'],
    ['Europe/Berln', 'Europe/Berlin'],
    ['berln', 'Europe/Berlin'],
    ['', 'don’t know the time zone'],
    ['EST', 'such as America/New_York or America/Toronto'],
    ['pst', 'such as America/Los_Angeles or Asia/Manila'],
    ['IST', 'such as Asia/Kolkata or Europe/Dublin or Asia/Jerusalem'],
    ['HST', 'such as Pacific/Honolulu'],
  ])('no zone: %j', (typed, said) => {
    expect(problem(() => readZone(typed))).toContain(said)
  })

  it.each<[string, number[]]>([
    ['mon-fri', [1, 2, 3, 4, 5]],
    ['Monday, wed,FRI', [1, 3, 5]],
    ['sat-mon', [1, 6, 7]],
    ['daily', [1, 2, 3, 4, 5, 6, 7]],
    ['weekdays', [1, 2, 3, 4, 5]],
    ['tu th', [2, 4]],
    ['mon–fri', [1, 2, 3, 4, 5]],
    ['Mon — Thu', [1, 2, 3, 4]],
    ['mon‑wed', [1, 2, 3]],
    ['mon−tue', [1, 2]],
    ['Monday to Friday', [1, 2, 3, 4, 5]],
    ['mon/wed/fri', [1, 3, 5]],
    ['mon;wed', [1, 3]],
    ['mon+wed & fri', [1, 3, 5]],
    ['mon and thurs', [1, 4]],
    ['Tuesdays', [2]],
    ['weekends', [6, 7]],
    ['weekdays and sat', [1, 2, 3, 4, 5, 6]],
    ['sunday-thursday', [1, 2, 3, 4, 7]],
  ])('days %j', (typed, read) => {
    expect(readWeekdays(typed)).toEqual(read)
  })

  it.each(['', 'noday', 'monkey', 'sundae', 'mon-', 'x', '1-5', 'constructor', '__proto__'])('no days: %j', (typed) => {
    expect(problem(() => readWeekdays(typed))).toContain('mon-fri')
  })

  it.each([
    ['9 am London', '9am', 'London', undefined],
    ['10am, London', '10am', 'London', undefined],
    ['at 2pm in New York every day', '2pm', 'New York', 'day'],
    ['0900 GMT', '0900', 'GMT', undefined],
    ['São Paulo 9:30 mon-fri', '9:30', 'São Paulo', 'mon-fri'],
    ['Port of Spain weekends 9 a.m.', '9am', 'Port of Spain', 'weekends'],
    ['25:00 Berlin', '25:00', 'Berlin', undefined],
    ['9:30', '9:30', undefined, undefined],
    ['09:30 Europe/Berln mon', '09:30', 'Europe/Berln', 'mon'],
    ['every working day 9:30 los angeles', '9:30', 'los angeles', 'weekdays'],
    ['mon, wed, and fri at 9:30, Los Angeles', '9:30', 'Los Angeles', 'mon, wed, and fri'],
  ])('words %j', (typed, time, zone, days) => {
    expect(sortScheduleWords(typed)).toEqual({
      ...{ time },
      ...(zone !== undefined && { zone }),
      ...(days !== undefined && { days }),
    })
  })

  it('dates', () => {
    expect(readDate('2026-12-25')).toBe('2026-12-25')
    expect(problem(() => readDate('2026-02-30'))).toContain('2026-12-25')
  })
})
