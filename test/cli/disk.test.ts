import { describe, expect, it } from 'vitest'
import { bytesInWords } from '../../src/cli/doctor/disk.ts'
import { examineDisk } from '../../src/cli/doctor/examine-disk.ts'
import type { StoredSize } from '../../src/ports/store/stored-size.ts'

const now = new Date('2026-03-01T12:00:00Z')
const mb = 1_000_000

/** 100,000 answers of 2,000 bytes each, and 10 MB of other data. */
const size: StoredSize = {
  bytes: 210 * mb,
  answerBytes: 200 * mb,
  answers: 100_000,
  lately: { answers: 28_000, days: 28 },
}

describe('doctor shows the size of the database and when it will be full', () => {
  it.each<[what: string, given: Partial<StoredSize>, gigabytes: number, state: string, detail: string]>([
    ['a steady team', {}, 1, 'ok', '210 MB of 1 GB, 2 MB more a day, full on about 2027-03-31'],
    ['a larger plan, which lasts longer than anybody plans', {}, 10, 'ok', '210 MB of 10 GB, 2 MB more a day'],
    [
      'a company that has just begun: ten days count as ten days',
      { lately: { answers: 50_000, days: 10 } },
      1,
      'ok',
      '210 MB of 1 GB, 10 MB more a day, full on about 2026-05-19',
    ],
    [
      'a month left',
      { lately: { answers: 400_000, days: 28 } },
      1,
      'wrong',
      '210 MB of 1 GB, 29 MB more a day, full on about 2026-03-29',
    ],
    [
      'nearly full and hardly growing',
      { bytes: 950 * mb, lately: { answers: 28, days: 28 } },
      1,
      'wrong',
      '950 MB of 1 GB, 2 kB more a day',
    ],
    ['too full', { bytes: 1_200 * mb }, 1, 'wrong', '1.2 GB of 1 GB, 2 MB more a day, full on about 2026-03-01'],
    [
      'nobody answers any more',
      { lately: { answers: 0, days: 28 } },
      1,
      'ok',
      '210 MB of 1 GB, too few recent answers to estimate its growth',
    ],
    [
      'the first answers, which say nothing yet',
      { bytes: 11 * mb, answerBytes: mb, answers: 20, lately: { answers: 20, days: 1 } },
      1,
      'ok',
      '11 MB of 1 GB, too few recent answers to estimate its growth',
    ],
  ])('%s', (_, given, databaseLimitGigabytes, state, detail) => {
    const found = examineDisk({ ...size, ...given }, { production: true, databaseLimitGigabytes }, now)
    expect(found).toMatchObject({ state, detail })
    expect(found.remedy).toBe(
      state === 'wrong' ? 'heroku addons:upgrade DATABASE heroku-postgresql:essential-1' : undefined,
    )
  })

  it('doctor shows only the size on your own machine, which has no plan', () => {
    const found = examineDisk({ ...size, bytes: 1_200 * mb }, { production: false, databaseLimitGigabytes: 1 }, now)
    expect(found).toEqual({ what: 'disk', state: 'ok', detail: '1.2 GB' })
  })
})

it.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1_000, '1 kB'],
  [9_540, '9.5 kB'],
  [123_456, '123 kB'],
  [1_000_000_000, '1 GB'],
  [64_000_000_000, '64 GB'],
])('%i bytes are shown as %s', (bytes, words) => {
  expect(bytesInWords(bytes)).toBe(words)
})
