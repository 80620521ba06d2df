import { describe, expect, it } from 'vitest'
import type { Schedule } from '../../src/domain/calendar.ts'
import { nextPost, nextPosts, postMoment } from '../../src/domain/schedule.ts'

const weekdays = [1, 2, 3, 4, 5]
const everyDay = [1, 2, 3, 4, 5, 6, 7]

function at(time: string, zone: string, days = everyDay, skip: string[] = []): Schedule {
  return { time, zone, weekdays: days, skip }
}

describe('the time of a post', () => {
  it.each<[story: string, time: string, zone: string, date: string, moment: string]>([
    ['winter in Berlin', '09:30', 'Europe/Berlin', '2026-01-15', '2026-01-15T08:30:00Z'],
    ['summer in Berlin', '09:30', 'Europe/Berlin', '2026-07-15', '2026-07-15T07:30:00Z'],
    ['half an hour off in Kolkata', '09:00', 'Asia/Kolkata', '2026-03-01', '2026-03-01T03:30:00Z'],
    ['jumped over in Berlin: the first that exists', '02:30', 'Europe/Berlin', '2026-03-29', '2026-03-29T01:00:00Z'],
    ['jumped over in New York', '02:15', 'America/New_York', '2026-03-08', '2026-03-08T07:00:00Z'],
    ['the half hour that Lord Howe jumps over', '02:10', 'Australia/Lord_Howe', '2026-10-04', '2026-10-03T15:30:00Z'],
    ['twice in Berlin: the first', '02:30', 'Europe/Berlin', '2026-10-25', '2026-10-25T00:30:00Z'],
    ['twice in New York: the first', '01:30', 'America/New_York', '2026-11-01', '2026-11-01T05:30:00Z'],
    [
      'the half hour that comes twice in Lord Howe',
      '01:45',
      'Australia/Lord_Howe',
      '2026-04-05',
      '2026-04-04T14:45:00Z',
    ],
    ['midnight that does not exist in Santiago', '00:00', 'America/Santiago', '2026-09-06', '2026-09-06T04:00:00Z'],
    ['the rest of a day that Nuuk jumps over', '23:30', 'America/Nuuk', '2027-03-27', '2027-03-28T00:59:00Z'],
  ])('%s', (_story, time, zone, date, moment) => {
    expect(postMoment({ time, zone }, date)).toEqual(new Date(moment))
  })
})

describe('the next post', () => {
  it.each<[story: string, schedule: Schedule, after: string, next: string | undefined]>([
    ['later today', at('09:30', 'Europe/Berlin'), '2026-01-15T08:00:00Z', '2026-01-15T08:30:00Z'],
    ['not the moment itself again', at('09:30', 'Europe/Berlin'), '2026-01-15T08:30:00Z', '2026-01-16T08:30:00Z'],
    ['over the weekend', at('09:30', 'Europe/Berlin', weekdays), '2026-01-16T09:00:00Z', '2026-01-19T08:30:00Z'],
    [
      'past a holiday',
      at('09:30', 'Europe/Berlin', weekdays, ['2026-01-19']),
      '2026-01-16T09:00:00Z',
      '2026-01-20T08:30:00Z',
    ],
    ['a zone ahead of UTC', at('07:00', 'Pacific/Auckland'), '2026-01-14T20:00:00Z', '2026-01-15T18:00:00Z'],
    ['a zone behind UTC', at('23:30', 'Pacific/Honolulu'), '2026-01-15T08:00:00Z', '2026-01-15T09:30:00Z'],
    ['never', at('09:30', 'UTC', []), '2026-01-15T08:00:00Z', undefined],
  ])('%s', (_story, schedule, after, next) => {
    expect(nextPost(schedule, new Date(after))).toEqual(next === undefined ? undefined : new Date(next))
  })

  it.each(['Europe/Berlin', 'America/New_York', 'America/Nuuk', 'Australia/Lord_Howe', 'Asia/Kolkata'])(
    'comes once on each of the 261 weekdays of 2026 in %s, for every hour',
    (zone) => {
      for (const time of ['00:00', '01:30', '01:45', '02:00', '02:30', '03:00', '09:30', '23:59']) {
        const posts = nextPosts(at(time, zone, weekdays), new Date('2025-12-31T00:00:00Z'), 270)
        const days = posts
          .map((moment) => moment.toLocaleDateString('sv-SE', { timeZone: zone }))
          .filter((day) => day.startsWith('2026'))
        expect(new Set(days).size).toBe(days.length)
        expect(days).toHaveLength(261)
      }
    },
  )
})
