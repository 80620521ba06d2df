import { describe, expect, it } from 'vitest'
import { extendStreak, noStreak, type Streak, streakOn } from '../../../src/domain/habit/streak.ts'

type Played = { day: number; channel: number }
/** The days on which each channel asks. Every channel asks at least once in seven days. */
type Timetable = boolean[][]

const days = 45
const channels = [1, 2, 3]
const calendar = Array.from({ length: days }, (_, day) => day)

/** Pseudo-random numbers that are the same in every run. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

const dates = [...calendar, days].map((day) => new Date(Date.UTC(2026, 2, 1 + day)).toISOString().slice(0, 10))
const dateOf = (day: number): string => dates[day] ?? ''
const dayNumber = (date: string | undefined): number => dates.indexOf(date ?? '')

function asksOn(asks: Timetable, channel: number, day: number): boolean {
  return asks[channel - 1]?.[day] ?? false
}

function timetable(next: () => number): Timetable {
  return channels.map(() => {
    const week = Array.from({ length: 7 }, () => next() < 0.5)
    week[Math.floor(next() * 7)] = true
    return calendar.map((day) => week[day % 7] ?? false)
  })
}

function playing(asks: Timetable, next: () => number, share: number): Played[] {
  return calendar.flatMap((day) =>
    channels.flatMap((channel) => (asksOn(asks, channel, day) && next() < share ? [{ day, channel }] : [])),
  )
}

/** The days with a question in each channel between two days, both excluded. */
function askedBetween(asks: Timetable, after: number, before: number): Record<string, string[]> {
  const between = calendar.filter((day) => day > after && day < before)
  return Object.fromEntries(
    channels.map((channel) => [channel, between.filter((day) => asksOn(asks, channel, day)).map(dateOf)]),
  )
}

function shownDaily(asks: Timetable, played: readonly Played[]): Streak[] {
  let streak = noStreak
  return calendar.map((day) => {
    for (const { channel } of played.filter((one) => one.day === day)) {
      const asked = askedBetween(asks, dayNumber(streak.lastDay), days)
      streak = extendStreak(streak, { day: dateOf(day), channel }, asked)
    }
    return streakOn(streak, dateOf(day), askedBetween(asks, dayNumber(streak.lastDay), day))
  })
}

/** A slow, simple implementation of the same rule, from the full history. */
function byHand(asks: Timetable, played: readonly Played[], evening: number): number {
  let [current, saved, last] = [0, 0, -1]
  for (const day of calendar.slice(0, evening + 1)) {
    const [answer] = played.filter((one) => one.day === day)
    if (!answer && day < evening) continue
    const recent = played.filter((one) => one.day <= last && (one.day >= day - 30 || one.day === last))
    const gap = calendar.filter((one) => one > last && one < day)
    const counts = recent.map(({ channel }) => gap.filter((one) => asksOn(asks, channel, one)).length)
    const missed = counts.length === 0 ? 0 : Math.min(...counts)
    const reaches = current > 0 && saved >= missed * 5
    if (!answer) return reaches ? current : 0
    current = reaches ? current + 1 : 1
    saved = reaches ? Math.min(10, saved - missed * 5 + 1) : 1
    last = day
  }
  return current
}

describe('for five hundred people with different weeks', () => {
  const people = Array.from({ length: 500 }, (_, seed) => {
    const next = chance(seed + 1)
    const asks = timetable(next)
    return { next, asks, played: playing(asks, next, 0.15 + 0.8 * next()) }
  })

  it('the streak equals a slow, simple calculation on every evening', () => {
    for (const { asks, played } of people) {
      const shown = shownDaily(asks, played).map(({ current }) => current)
      expect(shown).toEqual(calendar.map((evening) => byHand(asks, played, evening)))
    }
  })

  it('one more answer never shortens the streak, on that day or any later day', () => {
    let tried = 0
    for (const { asks, played, next } of people) {
      const isFree = (one: Played): boolean =>
        asksOn(asks, one.channel, one.day) && !played.some((p) => p.day === one.day && p.channel === one.channel)
      const free = channels.flatMap((channel) => calendar.map((day) => ({ day, channel }))).filter(isFree)
      const more = free[Math.floor(next() * free.length)]
      if (!more) continue
      const after = shownDaily(
        asks,
        [...played, more].toSorted((one, other) => one.day - other.day || one.channel - other.channel),
      )
      expect(shownDaily(asks, played).filter(({ current }, day) => (after[day]?.current ?? 0) < current)).toEqual([])
      tried += 1
    }
    expect(tried).toBeGreaterThan(400)
  })
})
