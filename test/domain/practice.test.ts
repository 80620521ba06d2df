import { describe, expect, it } from 'vitest'
import { comingPractice, type KnownPractice, type PracticeCard, pickPractice } from '../../src/domain/practice.ts'

const now = new Date('2026-03-11T12:00:00Z')
const bank = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, version: 'v1', topic: 't', difficulty: 'easy' as const }))

function due(at: string): PracticeCard {
  return { due: `2026-03-${at}T00:00:00.000Z`, memory: {} }
}

type Known = { cards?: Record<string, string>; shown?: string[]; missed?: string[] }

function known({ cards = {}, shown = Object.keys(cards), missed = [] }: Known): KnownPractice {
  const made = Object.entries(cards).map(([id, at]) => [id, due(at)] as const)
  return { cards: new Map(made), shown: new Set(shown), missed }
}

describe('the next practice question', () => {
  it.each<[what: string, known: Known, coming: string[]]>([
    ['nothing known', {}, []],
    ['what is due, longest first', { cards: { a: '10', c: '09' } }, ['c due', 'a due']],
    [
      'then what was missed and never shown',
      { cards: { a: '10', c: '20' }, missed: ['d', 'a', 'b'] },
      ['a due', 'b missed', 'd missed', 'c 2026-03-20'],
    ],
    ['what comes back later, soonest first', { cards: { a: '20', c: '15' } }, ['c 2026-03-15', 'a 2026-03-20']],
    ['what was shown and not answered waits for the rest', { shown: ['a'], missed: ['a', 'b'] }, ['b missed']],
  ])('%s', (_, given, coming) => {
    const shown = comingPractice(bank, known(given), now).map(
      ({ question, when }) => `${question.id} ${typeof when === 'string' ? when : when.toISOString().slice(0, 10)}`,
    )
    expect(shown).toEqual(coming)
  })

  it('is due or was missed', () => {
    for (const given of [{ cards: { a: '10', c: '09' } }, { cards: { a: '20' }, missed: ['d', 'b'] }]) {
      const first = comingPractice(bank, known(given), now)[0]?.question.id
      for (const seed of [0, 1, 2, 3]) expect(pickPractice(bank, known(given), now, seed)?.id).toBe(first)
    }
  })
})
