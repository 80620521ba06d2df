import { describe, expect, it } from 'vitest'
import { fitWeights, logOdds } from '../../../src/domain/memory/fit-weights.ts'
import { rememberTeam, type TeamRound } from '../../../src/domain/memory/team-memory.ts'
import { topicPlaces } from '../../../src/domain/memory/topic-places.ts'

const dayMs = 86_400_000
const date = (day: number): string => new Date(Date.UTC(2026, 0, 1) + day * dayMs).toISOString().slice(0, 10)

function round(day: number, topic: string, correct: number, more: Partial<TeamRound> = {}): TeamRound {
  return { date: date(day), topic, difficulty: 'medium', answered: 10, correct, ...more }
}

/** One round a day with topics in turn; `right` is the number of right answers of ten, by topic. */
function season(days: number, right: Record<string, number>): TeamRound[] {
  const topics = Object.entries(right)
  return Array.from({ length: days }, (_, day) => {
    const [topic = '', correct = 0] = topics[day % topics.length] ?? []
    return round(day, topic, correct)
  })
}

describe('the expected share of right answers in a team', () => {
  it('is one half if there is no data', () => {
    expect(rememberTeam([]).expects({ topic: 'dynos' }, date(0))).toBe(0.5)
    expect(rememberTeam([round(0, 'dynos', 0, { answered: 0 })]).expects({ topic: 'dynos' }, date(1))).toBe(0.5)
  })

  it.each([
    ['all right', { dynos: 10, data: 10 }, 0.85, 1],
    ['none right', { dynos: 0, data: 0 }, 0, 0.15],
    ['half right', { dynos: 5, data: 5 }, 0.4, 0.6],
  ])('is never exactly zero or one: %s', (_, right, least, most) => {
    const expected = rememberTeam(season(60, right)).expects({ topic: 'dynos' }, date(61))
    expect(expected).toBeGreaterThan(least)
    expect(expected).toBeLessThan(most)
  })

  it('depends on the topic, or on all rounds for a topic that was never asked', () => {
    const memory = rememberTeam(season(60, { dynos: 9, data: 2, logs: 5 }))
    const [dynos = 0, data = 0, logs = 0, never = 0] = ['dynos', 'data', 'logs', 'never'].map((topic) =>
      memory.expects({ topic }, date(60)),
    )
    expect([data < logs, logs < dynos, data < never, never < dynos]).toEqual([true, true, true, true])
    expect(dynos).toBeGreaterThan(0.75)
    expect(data).toBeLessThan(0.35)
  })

  it('depends on the difficulty', () => {
    const rounds = season(60, { dynos: 8, data: 8 }).map((one, day) =>
      day % 3 === 0 ? { ...one, difficulty: 'hard' as const, correct: 3 } : one,
    )
    const memory = rememberTeam(rounds)
    const hard = memory.expects({ topic: 'dynos', difficulty: 'hard' }, date(60))
    const medium = memory.expects({ topic: 'dynos', difficulty: 'medium' }, date(60))
    expect(medium - hard).toBeGreaterThan(0.2)
    const usual = memory.expects({ topic: 'dynos' }, date(60))
    expect([usual > hard, usual < medium]).toEqual([true, true])
  })

  it('falls while a topic isn’t asked, and rises when it is', () => {
    const memory = rememberTeam(season(60, { dynos: 6, data: 6 }))
    const expected = [0, 10, 100, 300].map((days) => memory.expects({ topic: 'dynos' }, date(60 + days)))
    expect(expected).toEqual(expected.toSorted((a, b) => b - a))
    const again = memory.after({ topic: 'dynos', difficulty: 'medium' }, date(360))
    expect(again.expects({ topic: 'dynos' }, date(361))).toBeGreaterThan(memory.expects({ topic: 'dynos' }, date(361)))
    // Adding a round doesn't change the earlier memory.
    expect(memory.expects({ topic: 'dynos' }, date(360))).toBe(expected[3])
  })

  it('falls faster in a team that has forgotten before', () => {
    const gaps = Array.from({ length: 80 }, (_, at) => ({
      topic: `t${at % 8}`,
      day: 40 * Math.floor(at / 2) + (at % 2),
    }))
    const team = (afterLong: number, afterShort: number) =>
      gaps.flatMap(({ topic, day }) => [round(day, topic, afterLong), round(day + 2, topic, afterShort)])
    const fadeOf = (rounds: TeamRound[]) => {
      const memory = rememberTeam(rounds)
      const last = rounds.at(-1)?.topic ?? ''
      const [soon = 0, late = 0] = [1605, 1700].map((day) => memory.expects({ topic: last }, date(day)))
      return soon - late
    }
    expect(fadeOf(team(3, 8))).toBeGreaterThan(fadeOf(team(6, 6)) + 0.05)
  })

  it('is the same for the same rounds', () => {
    const rounds = season(50, { dynos: 9, data: 2, logs: 5 })
    const twice = [0, 1].map(() => rememberTeam(rounds).expects({ topic: 'logs' }, date(55)))
    expect(twice[0]).toBe(twice[1])
  })
})

describe('the weights', () => {
  const lessons = Array.from({ length: 400 }, (_, at) => ({
    base: 0,
    signs: [at % 2 === 0 ? 1 : -1],
    share: at % 2 === 0 ? 0.75 : 0.25,
    count: 1,
  }))

  it.each([
    ['start where nothing is known', [], [{ start: 0.3, hold: 10 }], 0.3],
    ['come to what explains the lessons', lessons, [{ start: 0, hold: 0.01 }], logOdds(0.75)],
    ['stay where they are held', lessons, [{ start: 0.3, hold: 1e9 }], 0.3],
  ])('%s', (_, given, priors, weight) => {
    expect(fitWeights(given, priors)[0]).toBeCloseTo(weight, 3)
  })
})

describe('the rank of a topic', () => {
  const recall = (topic: string): number => ({ a: 0.1, b: 0.2, c: 0.3, d: 0.4, e: 0.5, f: 0.6, g: 0.7 })[topic] ?? 0.9
  const places = (asked: string, all: string) =>
    [
      ...topicPlaces(
        [...all].map((topic) => ({ topic })),
        new Map([...asked].map((topic, at) => [topic, at + 1])),
        recall,
      ),
    ]
      .toSorted(([, a], [, b]) => a - b)
      .map(([topic]) => topic)
      .join('')

  it.each([
    ['what was never asked comes first', 'ab', 'abc', 'cab'],
    ['the weakest comes next', 'cba', 'abc', 'bca'],
    ['of two, one may come twice', 'ba', 'ab', 'ab'],
    ['of seven, the last three rest', 'gfedcba', 'abcdefg', 'defgabc'],
    ['what isn’t wanted doesn’t count', 'gab', 'ab', 'ab'],
    ['nothing at all', '', '', ''],
  ])('%s', (_, asked, all, order) => {
    expect(places(asked, all)).toBe(order)
  })
})
