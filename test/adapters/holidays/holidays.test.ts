import { expect, it } from 'vitest'
import { createHolidayCalendar } from '../../../src/adapters/holidays/index.ts'

const { publicHolidays } = createHolidayCalendar()

it.each([
  ['DE', '2026-10-01', '2026-11-30', { '2026-10-03': 'National Holiday' }],
  ['DE-BY', '2026-10-01', '2026-11-30', { '2026-10-03': 'National Holiday', '2026-11-01': "All Saints' Day" }],
  ['US', '2026-11-01', '2026-11-30', { '2026-11-11': 'Veterans Day', '2026-11-26': 'Thanksgiving Day' }],
  ['FR', '2026-12-25', '2027-01-01', { '2026-12-25': 'Christmas Day', '2027-01-01': "New Year's Day" }],
])('%s has its public holidays, across the end of a year too', async (place, first, last, days) => {
  expect(await publicHolidays(place, first, last)).toEqual({ kind: 'found', days: expect.objectContaining(days) })
})

it('a holiday of several days includes every day', async () => {
  const found = await publicHolidays('TR', '2026-05-01', '2026-05-31')
  expect(Object.keys(found.kind === 'found' ? found.days : {})).toEqual(
    expect.arrayContaining(['2026-05-27', '2026-05-28', '2026-05-29', '2026-05-30']),
  )
})

it('the error names the unknown part of a place', async () => {
  expect(await publicHolidays('XX', '2026-01-01', '2026-12-31')).toMatchObject({ kind: 'unknown', part: 'country' })
  expect(await publicHolidays('DE-QQ', '2026-01-01', '2026-12-31')).toMatchObject({ kind: 'unknown', part: 'region' })
})
