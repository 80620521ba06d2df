import { describe, expect, it } from 'vitest'
import { type AskedQuestion, pickQuestion, type QuestionSummary, unaskedCount } from '../../src/domain/pick-question.ts'

const bank: QuestionSummary[] = ['dynos', 'data', 'logs'].flatMap((topic) =>
  (['easy', 'medium', 'hard'] as const).flatMap((difficulty) =>
    [1, 2].map((number) => ({ id: `${topic}-${difficulty}-${number}`, version: 'v1', topic, difficulty })),
  ),
)

const all = { topics: [], pinned: [] }

function askAll(count: number, seed: string): QuestionSummary[] {
  const asked: AskedQuestion[] = []
  return Array.from({ length: count }, (_, day) => {
    const picked = pickQuestion(bank, asked, all, `${seed} ${day}`)
    if (!picked) throw new Error('nothing picked')
    asked.push({ questionId: picked.id, askedAt: new Date(Date.UTC(2026, 0, day + 1)) })
    return picked
  })
}

describe('choosing a question', () => {
  it('repeats no question until all were asked', () => {
    expect(new Set(askAll(bank.length, 'a').map(({ id }) => id)).size).toBe(bank.length)
  })

  it('then repeats the oldest question first', () => {
    const picked = askAll(bank.length + 3, 'a').map(({ id }) => id)
    expect(picked.slice(bank.length)).toEqual(picked.slice(0, 3))
  })

  it('distributes questions over topics and difficulties', () => {
    const picked = askAll(9, 'b')
    for (let start = 0; start < 9; start += 3) {
      expect(new Set(picked.slice(start, start + 3).map(({ topic }) => topic)).size).toBe(3)
    }
    expect(new Set(picked.slice(0, 3).map(({ difficulty }) => difficulty)).size).toBe(3)
  })

  it('gives the same order for the same seed, and another order for another seed', () => {
    expect(askAll(10, 'a')).toEqual(askAll(10, 'a'))
    expect(askAll(10, 'a')).not.toEqual(askAll(10, 'c'))
  })

  it('respects the filter', () => {
    expect(pickQuestion(bank, [], { topics: ['logs'], difficulty: 'hard', pinned: [] }, 'x')?.id).toMatch(/^logs-hard/)
    expect(pickQuestion(bank, [], { topics: ['cooking'], pinned: [] }, 'x')).toBeUndefined()
  })

  it('asks pinned questions first, and skips pins that are no longer in the bank', () => {
    expect(pickQuestion(bank, [], { topics: [], pinned: ['gone', 'data-hard-2'] }, 'x')?.id).toBe('data-hard-2')
  })

  it('counts the questions that were never asked', () => {
    const asked = [{ questionId: 'logs-hard-1', askedAt: new Date(0) }]
    expect(unaskedCount(bank, asked, { topics: ['logs'] })).toBe(5)
  })
})

describe('asking about the topic that the team remembers least', () => {
  const recall = (topic: string): number => ({ dynos: 0.9, data: 0.2, logs: 0.6 })[topic] ?? 0.5
  const asked = (...ids: string[]): AskedQuestion[] =>
    ids.map((questionId, at) => ({ questionId, askedAt: new Date(Date.UTC(2026, 0, at + 1)) }))
  const topicAfter = (history: AskedQuestion[], more: object = {}) =>
    pickQuestion(bank, history, { ...all, recall, ...more }, 'x')?.topic

  it.each([
    ['what was never asked first', asked('data-easy-1', 'logs-easy-1'), 'dynos'],
    ['then the weakest', asked('data-easy-1', 'logs-easy-1', 'dynos-easy-1'), 'data'],
    ['but not twice in a row', asked('dynos-easy-1', 'logs-easy-1', 'data-easy-1'), 'logs'],
  ])('%s', (_, history, topic) => {
    expect(topicAfter(history)).toBe(topic)
  })

  it('respects pins, filters, secrets and the mix of difficulties', () => {
    const history = asked('data-easy-1', 'data-medium-1', 'logs-easy-1', 'dynos-easy-1')
    expect(topicAfter(history, { pinned: ['dynos-hard-1'] })).toBe('dynos')
    expect(topicAfter(history, { topics: ['logs', 'dynos'] })).toBe('logs')
    const secret = new Set(bank.filter(({ topic }) => topic === 'data').map(({ id }) => id))
    expect(topicAfter(history, { secret })).toBe('logs')
    expect(pickQuestion(bank, history, { ...all, recall }, 'x')?.difficulty).toBe('hard')
  })

  it('repeats a question only if all were asked, and then chooses one that was asked long ago', () => {
    const history = asked(...bank.toReversed().map(({ id }) => id))
    const picked = pickQuestion(bank, history, { ...all, recall }, 'x')
    expect(picked?.topic).toBe('data')
    const place = history.findIndex(({ questionId }) => questionId === picked?.id)
    expect(place).toBeLessThan(history.length / 2)
  })
})
