import { describe, expect, it } from 'vitest'
import { rulingWords } from '../../src/domain/rulings/equal-words.ts'
import { groupWordings } from '../../src/domain/rulings/group-wordings.ts'
import { isAbove, markSorted, ruledGrade, sharedMark } from '../../src/domain/rulings/mark.ts'

describe('equal words', () => {
  it.each([
    ['Once a day.', 'once  a day'],
    ['"Once a day!"', 'Once a day'],
    ['it’s temporary', "it's temporary"],
    ['ＷＥＢ', 'web'],
    ['web\n dyno…', 'Web dyno'],
  ])('%s = %s', (one, other) => expect(rulingWords(one)).toBe(rulingWords(other)))

  it.each([
    ['--app', 'app'],
    ['10.5', '105'],
    ['not temporary', 'temporary'],
    ['web, not worker', 'worker, not web'],
    ['.env', 'env'],
  ])('%s ≠ %s', (one, other) => expect(rulingWords(one)).not.toBe(rulingWords(other)))
})

const wrong = { score: 0, verdict: 'incorrect' } as const
const partly = { score: 0.6, verdict: 'partial' } as const
const right = { score: 1, verdict: 'correct' } as const

describe('the verdict of an answer under a ruling', () => {
  it.each([
    [wrong, 'right', right],
    [wrong, 'half', { score: 0.5, verdict: 'partial' }],
    [wrong, 'as-graded', wrong],
    [partly, 'right', right],
    [partly, 'half', partly],
    [partly, 'as-graded', partly],
    [right, 'half', right],
  ] as const)('%j, %s: %j', (grade, mark, ruled) => expect(ruledGrade(grade, mark)).toEqual(ruled))
})

describe('a ruling against a label of the question’s author', () => {
  it.each([
    ['right', 'incorrect', true],
    ['right', 'partial', true],
    ['right', 'correct', false],
    ['half', 'incorrect', true],
    ['half', 'partial', false],
    ['half', 'correct', false],
    ['as-graded', 'incorrect', false],
    ['as-graded', 'correct', false],
  ] as const)('%s on %s is refused: %s', (mark, label, refused) => expect(isAbove(mark, label)).toBe(refused))
})

describe('the ruling on words that an admin sorted', () => {
  it.each([
    // their grade, what they were sorted as, the ruling
    ['incorrect', 'correct', { mark: 'right' }],
    ['partial', 'correct', { mark: 'right' }],
    ['incorrect', 'partial', { mark: 'half' }],
    ['correct', 'correct', { mark: 'as-graded', most: 'correct' }],
    ['partial', 'partial', { mark: 'as-graded', most: 'partial' }],
    ['correct', 'partial', { mark: 'as-graded', most: 'partial' }],
    ['correct', 'incorrect', { mark: 'as-graded', most: 'incorrect' }],
    ['partial', 'incorrect', { mark: 'as-graded', most: 'incorrect' }],
  ] as const)('graded %s, sorted as %s: %j', (graded, verdict, ruling) => {
    expect(markSorted(verdict, graded)).toEqual(ruling)
  })

  it.each([
    [[{ mark: 'right' }, { mark: 'right' }], 'right'],
    [[{ mark: 'right' }, { mark: 'half' }], 'sorted'],
    [[{ mark: 'as-graded', most: 'correct' }], 'sorted'],
  ] as const)('%j is called %s in the list of changes', (wordings, mark) => expect(sharedMark(wordings)).toBe(mark))
})

describe('groups of answers', () => {
  let id = 0
  const answer = (text: string, more = {}) => ({
    ...{ answerId: ++id, players: [id], questionId: 'q', questionVersion: 'v1', text, disputes: 0, reasons: [] },
    ...more,
  })
  function grouped(answers: ReturnType<typeof answer>[]) {
    const steps = groupWordings(answers)
    for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value
  }
  const shown = (...answers: ReturnType<typeof answer>[]) =>
    grouped(answers).map(({ wordings }) => wordings.map(({ words }) => words))

  it.each<[string, string, boolean]>([
    ['Goes away after the run', 'goes away after the run!', true],
    ['it evaporates', 'evaporates', true],
    ['it evaporates', 'it evaporated', true],
    ['it evaporates', 'it evaportes', true],
    ['it evaporates', 'it does not evaporate', false],
    ['web before worker', 'worker before web', false],
    ['it evaporates', 'it stays', false],
  ])('%s, %s: alike %s', (one, other, alike) => {
    expect(shown(answer(one), answer(other))).toHaveLength(alike ? 1 : 2)
  })

  it('count people and not answers, and keep questions and their versions apart', () => {
    const twice = answer('it evaporates')
    const [first, second, third] = grouped([
      twice,
      answer('it evaporates', { players: twice.players }),
      answer('It evaporates.'),
      answer('it evaporates', { questionVersion: 'v2' }),
      answer('it evaporates', { questionId: 'other' }),
    ])
    expect([first?.people, first?.wordings.length]).toEqual([2, 1])
    expect([second?.people, third?.people]).toEqual([1, 1])
  })

  it('are sorted by disputes and then by the number of people, without erased texts', () => {
    const many = [answer('blue'), answer('blue'), answer('green'), answer('')]
    expect(shown(...many, answer('red', { disputes: 1 }))).toEqual([['red'], ['blue'], ['green']])
  })
})
