import { describe, expect, it } from 'vitest'
import { QuizError } from '../../src/domain/errors.ts'
import { readDates } from '../../src/domain/typed/read-dates.ts'

/** A Tuesday. */
const today = '2026-12-01'

function problem(typed: string): unknown {
  try {
    return readDates(typed, today)
  } catch (error) {
    return error instanceof QuizError ? error.facts.problem : error
  }
}

describe('typed dates', () => {
  it.each([
    ['2026-12-24', ['2026-12-24']],
    ['2026-12-24 2026-12-31', ['2026-12-24', '2026-12-31']],
    ['24 Dec', ['2026-12-24']],
    ['24th of December', ['2026-12-24']],
    ['Dec 24', ['2026-12-24']],
    ['dec. 24th, 2027', ['2027-12-24']],
    ['24 december 2027', ['2027-12-24']],
    ['24.12.', ['2026-12-24']],
    ['1.3.2027', ['2027-03-01']],
    ['24/12', ['2026-12-24']],
    ['12/24/2027', ['2027-12-24']],
    ['2/2', ['2027-02-02']],
    ['today', ['2026-12-01']],
    ['Tomorrow', ['2026-12-02']],
    ['friday', ['2026-12-04']],
    ['tue', ['2026-12-08']],
    ['Wednesday', ['2026-12-02']],
    ['thurs', ['2026-12-03']],
    ['saturday', ['2026-12-05']],
    ['tomorrow, friday and 24 dec', ['2026-12-02', '2026-12-04', '2026-12-24']],
    ['30 Nov', ['2027-11-30']],
  ])('%j', (typed, dates) => {
    expect(readDates(typed, today)).toEqual(dates)
  })

  it.each([
    ['24 Dec - 2 Jan', 10],
    ['24 Dec – 2 Jan', 10],
    ['2026-12-24 to 2027-01-02', 10],
    ['2026-12-24..2027-01-02', 10],
    ['2026-12-24-2027-01-02', 10],
    ['24 dec to 2027-01-02', 10],
  ])('the period %j', (typed, count) => {
    const dates = readDates(typed, today)
    expect([dates[0], dates.at(-1), dates.length]).toEqual(['2026-12-24', '2027-01-02', count])
  })

  it.each(['24-26 dec', 'dec 24-26', '24 to 26 December', 'Dec 24–26', '24.12. - 26.12.'])(
    'the period within a month %j',
    (typed) => {
      expect(readDates(typed, today)).toEqual(['2026-12-24', '2026-12-25', '2026-12-26'])
    },
  )

  it.each([
    ['mondays', '“mondays” isn’t a date.'],
    ['monkey', '“monkey” isn’t a date.'],
    ['3/4', '“3/4” can mean 3 Apr or 4 Mar.'],
    ['30 Feb', '“30 Feb” isn’t a date.'],
    ['2026-13-01', '“2026-13-01” isn’t a date.'],
    ['christmas', '“christmas” isn’t a date. Write it as 2026-12-25 or 25 Dec.'],
    ['24 dec please', '“please” isn’t a date.'],
    ['2027-01-02 to 2026-12-24', '2026-12-24 is before 2027-01-02.'],
    ['24 Dec - 24 Nov', '2026-12-24 to 2027-11-24 is more than 92 days.'],
    ['', '“” isn’t a date.'],
    [Array(5).fill('1 Jan 2027 - 1 Apr 2027').join(', '), 'That’s more than 366 dates.'],
  ])('not %j', (typed, said) => {
    expect(problem(typed)).toContain(said)
  })
})
