import { describe, expect, it } from 'vitest'
import { pausedUntil, pauseEnded, pauseOn, readPause } from '../../../src/domain/habit/pause.ts'

const today = '2026-03-10'

describe('the last day of a pause', () => {
  it.each([
    ['today', '2026-03-10'],
    ['a day ahead', '2026-03-24'],
    ['a year ahead', '2027-03-10'],
  ])('can be %s', (_what, typed) => {
    expect(readPause(typed, today)).toBe(typed)
  })

  it.each([
    ['yesterday', '“yesterday” isn’t a date'],
    ['2026-02-30', 'isn’t a date'],
    ['3/4', 'can mean 3 Apr or 4 Mar'],
    ['2026-03-09', '2026-03-09 is over already'],
    ['2031-01-01', '2031-01-01 is more than a year away'],
  ])('cannot be %s, and the refusal has an example that works', (typed, problem) => {
    const example = '2026-03-24'
    expect(() => readPause(typed, today)).toThrow(
      expect.objectContaining({ code: 'pause-bad', facts: { problem: expect.stringContaining(problem), example } }),
    )
    expect(readPause(example, today)).toBe(example)
  })
})

describe('pauses', () => {
  const vacation = { first: '2026-03-08', last: '2026-03-12' }
  const old = { first: '2026-01-01', last: '2026-01-05' }

  it('begin today, and a current one continues', () => {
    expect(pausedUntil([old], '2026-03-20', today)).toEqual([old, { first: today, last: '2026-03-20' }])
    expect(pausedUntil([old, vacation], '2026-03-20', today)).toEqual([
      old,
      { first: '2026-03-08', last: '2026-03-20' },
    ])
  })

  it('end before today, and leave nothing if they began today', () => {
    expect(pauseEnded([old, vacation], today)).toEqual([old, { first: '2026-03-08', last: '2026-03-09' }])
    expect(pauseEnded([{ first: today, last: '2026-03-20' }], today)).toEqual([])
  })

  it('include their first and last day', () => {
    expect(
      ['2026-03-07', '2026-03-08', '2026-03-12', '2026-03-13'].map((day) => pauseOn([vacation], day) !== undefined),
    ).toEqual([false, true, true, false])
  })
})
