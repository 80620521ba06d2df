import { describe, expect, it } from 'vitest'
import { moved, pinsFor, pinsOnDays, placed } from '../../../src/domain/desk/rearrange.ts'
import { nextPicks, type QuestionSummary } from '../../../src/domain/pick-question.ts'

describe('pins that reorder upcoming questions', () => {
  /** Pins of the bank first, then the other letters of the bank. */
  const ofBank = (bank: string) => (pinned: readonly string[]) => [
    ...pinned.filter((id) => bank.includes(id)),
    ...[...bank].filter((id) => !pinned.includes(id)),
  ]

  it.each<[story: string, wanted: string, pinned: string, least: number, removed: string, pins: string]>([
    ['nothing moved', 'abcd', '', 0, '', ''],
    ['nothing moved, with pins', 'abcd', 'az', 0, '', 'az'],
    ['the second first', 'bacd', '', 2, '', 'ba'],
    ['another in the third place, where the rest would change', 'abhd', '', 3, '', 'abhd'],
    ['another, and the rule gives the rest', 'habcd', '', 1, '', 'h'],
    ['an earlier pin at the end', 'bcda', 'a', 1, '', 'bcda'],
    ['pins behind the list', 'abcd', 'abcdz', 0, '', 'abcdz'],
    ['a removed pin', 'acd', 'abz', 0, 'b', 'acdz'],
  ])('%s', (_, wanted, pinned, least, removed, pins) => {
    const found = pinsFor([...wanted], { pinned: [...pinned], least, removed: [...removed] }, ofBank('abcdefgh'))
    expect(found.join('')).toBe(pins)
  })

  it.each([
    ['one from behind', 'd', 1, 'adbc'],
    ['one from before', 'a', 2, 'bcad'],
    ['one from elsewhere', 'x', 2, 'abxc'],
    ['the one that is there', 'b', 1, 'abcd'],
  ])('put %s in a position', (_, question, place, list) =>
    expect(placed([...'abcd'], question, place).join('')).toBe(list),
  )

  it.each([
    [1, -1, 'bacd'],
    [2, 1, 'abdc'],
    [0, -1, 'abcd'],
    [3, 1, 'abcd'],
    [99, 1, 'abcd'],
  ] as const)('move %i by %i', (at, by, list) => expect(moved([...'abcd'], at, by).join('')).toBe(list))
})

describe('the other questions of the list', () => {
  const bank: QuestionSummary[] = ['dynos', 'data', 'logs', 'teams'].flatMap((topic) =>
    (['easy', 'medium', 'hard'] as const).flatMap((difficulty) =>
      [1, 2, 3].map((number) => ({ id: `${topic}-${difficulty}-${number}`, version: 'v1', topic, difficulty })),
    ),
  )
  const dates = Array.from({ length: 14 }, (_, day) => `2026-03-${String(day + 1).padStart(2, '0')}`)
  const postsOn = (days: readonly string[]) =>
    days.slice(0, 10).map((localDate) => ({ localDate, at: new Date(`${localDate}T09:00:00Z`) }))

  /** A channel with a history and pins that depend on the seed. */
  function channelOf(seed: number) {
    const asked = bank.flatMap(({ id }, place) =>
      (place * 7 + seed) % 5 === 0
        ? [{ questionId: id, askedAt: new Date(Date.UTC(2026, 1, (place + seed) % 28)) }]
        : [],
    )
    const picksOn = (days: readonly string[], pinned: readonly string[], secret: ReadonlySet<string> = new Set()) =>
      nextPicks(bank, asked, { topics: [], pinned, secret }, seed, postsOn(days)).map(({ id }) => id)
    const pinned = Array.from({ length: seed % 4 }, (_, place) => bank[(seed * 5 + place * 11) % bank.length]?.id ?? '')
    return { picksOn, pinned, before: picksOn(dates, pinned) }
  }

  const seeds = Array.from({ length: 40 }, (_, seed) => seed)

  it.each(seeds)('stay after one is swapped (%i)', (seed) => {
    const { picksOn, pinned, before } = channelOf(seed)
    const at = (seed * 3) % 10
    const other = bank.find(({ id, topic }) => !before.includes(id) && before[at]?.startsWith(topic))?.id ?? ''
    const wanted = before.with(at, other)
    const removed = [before[at] ?? '']
    const pins = pinsFor(wanted, { pinned, least: at + 1, removed }, (tried) => picksOn(dates, tried))
    expect(picksOn(dates, pins)).toEqual(wanted)
  })

  it.each(seeds)('stay on their days after a day is skipped, and after it is back (%i)', (seed) => {
    const { picksOn, pinned, before } = channelOf(seed)
    const at = (seed * 3) % 10
    const without = dates.toSpliced(at, 1)
    const change = (
      from: readonly string[],
      to: readonly string[],
      list: readonly string[],
      pins: readonly string[],
    ) => {
      const planned = new Map(list.map((id, place) => [from[place] ?? '', id]))
      const days = to.slice(0, 10)
      return pinsOnDays({ planned, days, pinned: pins }, (count, tried, secret) =>
        picksOn(days.slice(0, count), tried, secret),
      )
    }
    const pins = change(dates, without, before, pinned)
    const skipped = picksOn(without, pins)
    expect(skipped.slice(0, 9)).toEqual(before.toSpliced(at, 1))
    const after = picksOn(dates, change(without, dates, skipped, pins))
    expect(after).toEqual(before)
  })
})
