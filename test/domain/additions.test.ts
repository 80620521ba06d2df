import { describe, expect, it } from 'vitest'
import type { Question } from '../../src/domain/question.ts'
import { compileRubric } from '../../src/domain/rubric/compile-rubric.ts'
import { gradeAnswer } from '../../src/domain/rubric/grade-answer.ts'
import { addFitting, boundsOf, isRefused, withAdditions } from '../../src/domain/rulings/additions.ts'
import { proposeWay } from '../../src/domain/rulings/propose-way.ts'
import { readWays } from '../../src/domain/rulings/read-ways.ts'

const question: Question = {
  ...{ id: 'one-off', topic: 'dynos', facts: [], difficulty: 'easy', kind: 'recall', hint: '', explanation: '' },
  ...{ sources: [], asOf: '', prompt: 'What is a one-off dyno, and what is it good for?' },
  answer: 'A temporary dyno for migrations.',
  rubric: {
    points: [
      { id: 'temporary', label: 'It is temporary', says: ['temporary', 'goes away'], required: true },
      { id: 'uses', label: 'For migrations', says: ['migration'] },
      { id: 'order', label: 'First build, then release', order: ['build', 'release'] },
    ],
    full: 2,
  },
  examples: [
    { answer: 'it stays up forever, for migrations', verdict: 'partial' },
    { answer: 'a dyno that serves web traffic', verdict: 'incorrect' },
  ],
  sorted: [{ answer: 'it vanishes when the month is over', verdict: 'incorrect' }],
}
const compile = (one: Question) => compileRubric(one.rubric, { prompt: one.prompt })
const verdict = (one: Question, text: string) => gradeAnswer(compile(one), text).verdict
const way = (pattern: string, point = 'temporary') => ({ point, says: [pattern] })

describe('the texts that a pattern must not accept', () => {
  it.each([
    // the highest mark, the verdict before, the verdict after, refused
    ['incorrect', 'incorrect', 'incorrect', false],
    ['incorrect', 'incorrect', 'partial', true],
    ['incorrect', 'incorrect', 'correct', true],
    ['incorrect', 'partial', 'partial', false],
    ['incorrect', 'partial', 'correct', true],
    ['incorrect', 'partial', 'incorrect', false],
    ['partial', 'incorrect', 'partial', false],
    ['partial', 'incorrect', 'correct', true],
    ['partial', 'correct', 'correct', false],
    ['correct', 'incorrect', 'correct', false],
  ] as const)('at most %s, from %s to %s: refused %s', (most, before, after, refused) => {
    expect(isRefused({ most }, { before, after })).toBe(refused)
  })

  it('include all texts that the authors sorted as wrong or half right', () => {
    expect(boundsOf(question).map(({ most }) => most)).toEqual(['partial', 'incorrect', 'incorrect'])
  })
})

describe('an addition to a version of a question', () => {
  it.each([
    // case, addition, whether it fits
    ['a new way', way('evaporate'), true],
    ['a way of a point that is gone', way('evaporate', 'gone'), false],
    ['a way of a point that asks for an order', way('evaporate', 'order'), false],
    ['a pattern that can’t be read', way('(evaporate'), false],
    ['a set that is gone', way('@gone'), false],
    ['a way that lets a wrong example pass', way('(serve|evaporate)'), false],
    ['a way that lets a half right example pass', way('stay up'), false],
    ['a way that lets a sorted wrong answer pass', way('vanish'), false],
    ['a way that finds a sorted wrong answer, which gets nothing for it', way('vanish', 'uses'), false],
    ['a way that finds a bit of a half right example', way('forever', 'uses'), true],
  ] as const)('%s fits: %s', (_, { point, says: [pattern = ''] }, fits) => {
    const evaporates = way('evaporate')
    const added = { point, says: [pattern] }
    const { question: changed, left } = addFitting(question, [evaporates, added], compile)
    expect(left.length > 0).toBe(!fits)
    expect(left).not.toContainEqual(evaporates)
    expect(verdict(changed, 'it evaporates; for migrations')).toBe('correct')
    for (const { text, most } of boundsOf(question)) {
      expect(isRefused({ most }, { before: verdict(question, text), after: verdict(changed, text) })).toBe(false)
    }
  })

  it('contains each pattern once, and doesn’t change the question itself', () => {
    const changed = withAdditions(question, [way('goes away'), way('evaporate'), way('evaporate')])
    expect(changed.rubric.points[0]?.says).toEqual(['temporary', 'goes away', 'evaporate'])
    expect(question.rubric.points[0]?.says).toEqual(['temporary', 'goes away'])
  })
})

describe('the proposed pattern', () => {
  function proposed(text: string, bounds = boundsOf(question)) {
    const steps = proposeWay({ question, text, bounds }, compile)
    for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value
  }

  it.each([
    ['it evaporates afterwards; for migrations', { point: 'temporary', says: ['evaporates ... afterwards'] }],
    ['one command long, for a migration', { point: 'temporary', says: ['command ... long'] }],
    ['evaporates', { point: 'temporary', says: ['evaporates'] }],
    ['never lasts, for a migration', { point: 'temporary', says: ['(not|no|never|without) ... lasts'] }],
  ])('of %s', (text, addition) => {
    expect(proposed(text)).toEqual(addition)
    expect(verdict(withAdditions(question, [addition]), text)).not.toBe(verdict(question, text))
  })

  it.each([
    ['words that a wrong example has too', 'it vanishes'],
    ['the question itself', 'a one-off dyno is good'],
    ['what is right already', 'temporary, for migrations, build before release'],
    ['nothing', '?!'],
  ])('is empty for %s', (_, text) => expect(proposed(text)).toBeUndefined())

  it('doesn’t accept a text that was rejected', () => {
    const ruledOut = [{ text: 'evaporates afterwards', most: 'incorrect' as const }]
    const addition = proposed('it evaporates afterwards, as water', [...boundsOf(question), ...ruledOut])
    const changed = withAdditions(question, addition ? [addition] : [])
    expect([addition?.says, verdict(changed, 'evaporates afterwards')]).toEqual([['afterwards ... water'], 'incorrect'])
  })
})

describe('typed patterns', () => {
  const read = (says: string, point = 'temporary') => readWays(question, { gone: ['goes away'] }, { point, says })

  it('are read one per line, and empty lines are ignored', () => {
    expect(read('evaporate\n\n  @gone ')).toEqual({
      addition: { point: 'temporary', says: ['evaporate', '@gone'] },
      problems: [],
    })
  })

  it.each([
    ['evaporate\n  (goes|stops ... done', [{ line: 2, column: 23, expected: expect.stringContaining('")"') }]],
    ['@nothing', [{ line: 1, column: 1, expected: expect.stringContaining('set') }]],
    [' \n', [{ line: 1, expected: expect.stringContaining('pattern') }]],
    ['a?', [{ line: 1, expected: expect.any(String) }]],
    [Array(12).fill('evaporate').join('\n'), [{ line: 11, expected: 'at most 10 patterns' }]],
  ])('%s', (says, problems) => {
    const found = read(says).problems
    expect(found).toMatchObject(problems)
  })

  it.each(['gone', 'order', ''])('for the point %s are refused', (point) => {
    expect(read('evaporate', point).problems).toHaveLength(1)
  })
})
