import { describe, expect, it } from 'vitest'
import { localDay } from '../../../src/domain/calendar.ts'
import type { Pause } from '../../../src/domain/habit/pause.ts'
import { lateMs, nextReminder, type OpenRound, roundToRemind } from '../../../src/domain/habit/reminder.ts'
import { nextPosts } from '../../../src/domain/schedule.ts'

const berlin = { time: '16:00', zone: 'Europe/Berlin' }
const at = (moment: string) => new Date(moment)
const round = (closesAt: string, more: Partial<OpenRound> = {}): OpenRound => ({
  ...{ id: 1, channelName: 'quiz', closesAt: at(closesAt), answered: false, ...more },
})

describe('a reminder at four in the afternoon in Berlin', () => {
  const tuesday = round('2026-03-04T08:30:00Z')
  const due = at('2026-03-03T15:00:00Z')

  it.each<
    [
      what: string,
      rounds: OpenRound[],
      pauses: Pause[],
      remindedOn: string[],
      moment: string,
      found: number | undefined,
    ]
  >([
    ['comes where a question closes before the next one', [tuesday], [], [], '2026-03-03T15:00:09Z', 1],
    ['not before its time', [tuesday], [], [], '2026-03-03T14:59:59Z', undefined],
    ['not at an hour that nobody chose', [tuesday], [], [], '2026-03-03T16:00:01Z', undefined],
    ['not after an answer', [{ ...tuesday, answered: true }], [], [], '2026-03-03T15:00:00Z', undefined],
    ['not after the reveal', [round('2026-03-03T15:00:00Z')], [], [], '2026-03-03T15:00:00Z', undefined],
    [
      'not while there is another day for it',
      [round('2026-03-05T08:30:00Z')],
      [],
      [],
      '2026-03-03T15:00:00Z',
      undefined,
    ],
    ['not twice on a day', [tuesday], [], ['2026-03-03'], '2026-03-03T15:00:00Z', undefined],
    [
      'not on the last day of a pause',
      [tuesday],
      [{ first: '2026-02-20', last: '2026-03-03' }],
      [],
      '2026-03-03T15:00:00Z',
      undefined,
    ],
    ['the day after a pause', [tuesday], [{ first: '2026-02-20', last: '2026-03-02' }], [], '2026-03-03T15:00:00Z', 1],
    [
      'names the one that closes first',
      [tuesday, round('2026-03-03T20:00:00Z', { id: 2 })],
      [],
      [],
      '2026-03-03T15:00:00Z',
      2,
    ],
    [
      'passes over what is answered',
      [tuesday, round('2026-03-03T20:00:00Z', { id: 2, answered: true })],
      [],
      [],
      '2026-03-03T15:00:00Z',
      1,
    ],
  ])('%s', (_what, rounds, pauses, remindedOn, moment, found) => {
    const now = { moment: at(moment), date: '2026-03-03' }
    expect(roundToRemind({ ...berlin, dueAt: due }, now, { rounds, pauses, remindedOn })?.id).toBe(found)
  })

  it.each([
    ['over the night of the spring change', '2026-03-28T15:00:00Z', '2026-03-29T14:00:00.000Z'],
    ['over the night of the autumn change', '2026-10-24T14:00:00Z', '2026-10-25T15:00:00.000Z'],
  ])('stays at four %s', (_what, after, next) => {
    expect(nextReminder(berlin, at(after)).toISOString()).toBe(next)
  })

  it('comes at the first existing minute if a clock change skips its time', () => {
    const early = { ...berlin, time: '02:30' }
    expect(nextReminder(early, at('2026-03-28T12:00:00Z')).toISOString()).toBe('2026-03-29T01:00:00.000Z')
  })
})

/** These weeks include the start of summer time in Europe and North America and its end in the south. */
const [start, end] = [at('2026-03-05T00:00:00Z'), at('2026-04-06T00:00:00Z')]

const zones = [
  ...[
    'America/Los_Angeles',
    'America/New_York',
    'America/Sao_Paulo',
    'America/Nuuk',
    'Atlantic/Azores',
    'Europe/London',
  ],
  ...['Europe/Berlin', 'Asia/Kolkata', 'Asia/Tokyo', 'Australia/Lord_Howe', 'Pacific/Auckland', 'Pacific/Kiritimati'],
]

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockIn(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' })
  clocks.set(zone, made)
  return made
}

function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

type Simulated = { id: number; channel: number; openedAt: Date; closesAt: Date }

/**
 * Each channel asks at 9:30 in its time zone on its days. A question stays open for one or three days, or until the
 * next one.
 */
const rounds: Simulated[] = zones.flatMap((zone, channel) => {
  const weekdays = channel % 3 === 0 ? [1, 3, 5] : [1, 2, 3, 4, 5]
  const posts = nextPosts({ time: '09:30', zone, weekdays, skip: [] }, start, 40).filter((post) => post < end)
  const openMs = (channel % 4 === 0 ? 72 : 24) * 60 * 60_000
  return posts.map((openedAt, index) => ({
    ...{ id: channel * 100 + index, channel, openedAt },
    closesAt: new Date(Math.min(openedAt.getTime() + openMs, posts[index + 1]?.getTime() ?? Number.POSITIVE_INFINITY)),
  }))
})

type Sent = { date: string; moment: Date; round: Simulated }

/** A month of one person: their time zone and time, two channels, answers, pause, and the reminders they got. */
function month(seed: number) {
  const next = chance(seed + 1)
  const pick = (most: number): number => Math.floor(next() * most)
  const reminder = {
    zone: zones[seed % zones.length] ?? 'UTC',
    time: `${String(pick(24)).padStart(2, '0')}:${pick(2)}0`,
  }
  const channels = [pick(zones.length), pick(zones.length)]
  const mine = rounds.filter(({ channel }) => channels.includes(channel))
  const share = next()
  const answeredAt = new Map<number, number>()
  for (const { id, openedAt, closesAt } of mine) {
    if (next() < share) answeredAt.set(id, openedAt.getTime() + next() * (closesAt.getTime() - openedAt.getTime()))
  }
  const pauses = pick(3) === 0 ? [{ first: `2026-03-${10 + pick(9)}`, last: `2026-03-${20 + pick(9)}` }] : []
  const sent: Sent[] = []
  const dues: { at: Date; date: string; down: boolean }[] = []
  for (let dueAt = nextReminder(reminder, start); dueAt < end; ) {
    // The worker checks within seconds, but is sometimes down for hours.
    const down = next() < 0.02
    const moment = new Date(dueAt.getTime() + (down ? 3 * 60 * 60_000 : pick(15_000)))
    const date = localDay(dueAt, reminder.zone)
    dues.push({ at: dueAt, date, down })
    const open = mine
      .filter(({ openedAt, closesAt }) => openedAt <= moment && moment < closesAt)
      .map(({ id, closesAt }) => ({
        ...round(''),
        id,
        closesAt,
        answered: (answeredAt.get(id) ?? Infinity) <= moment.getTime(),
      }))
    const known = { rounds: open, pauses, remindedOn: sent.map((one) => one.date) }
    const found = roundToRemind({ ...reminder, dueAt }, { moment, date }, known)
    const about = mine.find(({ id }) => id === found?.id)
    if (about) sent.push({ date, moment, round: about })
    dueAt = nextReminder(reminder, moment)
  }
  return { reminder, mine, answeredAt, pauses, sent, dues }
}

describe('for three hundred people in twelve time zones, in a month with clock changes, a reminder', () => {
  const people = Array.from({ length: 300 }, (_, seed) => month(seed))
  const all = people.flatMap((person) => person.sent.map((one) => ({ ...person, ...one })))

  it('comes often enough for a meaningful test', () => {
    expect(all.length).toBeGreaterThan(1500)
  })

  it('never comes twice on one day', () => {
    for (const { sent } of people) expect(new Set(sent.map(({ date }) => date)).size).toBe(sent.length)
  })

  it('never comes after an answer', () => {
    expect(
      all.filter(({ answeredAt, round: one, moment }) => (answeredAt.get(one.id) ?? Infinity) <= moment.getTime()),
    ).toEqual([])
  })

  it('never comes during a pause', () => {
    expect(all.filter(({ pauses, date }) => pauses.some(({ first, last }) => first <= date && date <= last))).toEqual(
      [],
    )
  })

  it('never comes after the reveal, or more than an hour after the chosen time', () => {
    expect(all.filter(({ round: one, moment }) => moment >= one.closesAt)).toEqual([])
    const off = all.filter(({ reminder: { zone, time }, moment }) => {
      const shown = clockIn(zone).format(moment)
      const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
      const after = (minutes(shown) - minutes(time) + 1440) % 1440
      return after * 60_000 > lateMs
    })
    expect(off).toEqual([])
  })

  it('always comes for a question that would close unanswered, on the last day for it', () => {
    for (const { reminder, mine, answeredAt, pauses, sent, dues } of people) {
      const dates = new Set(sent.map(({ date }) => date))
      for (const { id, openedAt, closesAt } of mine.filter((one) => one.closesAt < end && !answeredAt.has(one.id))) {
        // There may be no time for a reminder in the last minute before the end.
        const last = dues.findLast((due) => due.at > openedAt && due.at.getTime() < closesAt.getTime() - 60_000)
        if (!last || last.down) continue
        const { date } = last
        if (pauses.some((pause) => pause.first <= date && date <= pause.last)) continue
        expect(dates, `round ${id} of ${JSON.stringify(reminder)}`).toContain(date)
      }
    }
  })
})
