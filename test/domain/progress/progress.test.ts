import { describe, expect, it, test } from 'vitest'
import { practised } from '../../../src/domain/practice.ts'
import { type GradedAnswer, missedQuestions } from '../../../src/domain/progress/answered.ts'
import { topicMemories } from '../../../src/domain/progress/topics.ts'
import { bestWeek, lastWeeks, pointsByWeek } from '../../../src/domain/progress/weeks.ts'
import type { Verdict } from '../../../src/domain/rubric/rubric.ts'

const now = new Date('2026-03-11T12:00:00Z')
const dayMs = 24 * 60 * 60_000
let rounds = 0

function answered(daysAgo: number, verdict: Verdict = 'correct', more: Partial<GradedAnswer> = {}): GradedAnswer {
  rounds += 1
  const at = new Date(now.getTime() - daysAgo * dayMs)
  return {
    ...{ roundId: rounds, questionId: 'q1', topic: 'dynos', at, verdict, points: 10 },
    ...more,
  }
}

describe('the expected knowledge', () => {
  it.each<[what: string, answers: GradedAnswer[], hold: string]>([
    ['one right answer yesterday', [answered(1)], 'firm'],
    ['one right answer three weeks ago', [answered(21)], 'fading'],
    ['one right answer a year ago', [answered(365)], 'loose'],
    ['two right answers, a month apart, two months ago', [answered(90), answered(60)], 'firm'],
    ['a wrong answer a minute ago', [answered(0.001, 'incorrect')], 'loose'],
    ['half an answer yesterday', [answered(1, 'partial')], 'fading'],
    ['a wrong answer after many right ones', [answered(90), answered(60), answered(1, 'incorrect')], 'loose'],
    ['half an answer after many right ones', [answered(90), answered(60), answered(1, 'partial')], 'firm'],
    [
      'a second try that was right',
      [answered(1, 'incorrect', { roundId: 7 }), answered(1, 'correct', { roundId: 7 })],
      'loose',
    ],
  ])('%s: %#', (_, answers, hold) => {
    expect(topicMemories(answers, [], now).map((topic) => topic.hold)).toEqual([hold])
  })

  it('is never complete for a topic that was missed, even if the topic has only one question', () => {
    expect(topicMemories([answered(90)], [], now)).toEqual([{ topic: 'dynos', questions: 1, known: 0, hold: 'loose' }])
  })

  it('is shown by topic, the best known first', () => {
    const answers = [
      answered(200, 'incorrect', { questionId: 'a', topic: 'logs' }),
      answered(100, 'incorrect', { questionId: 'b', topic: 'logs' }),
      ...[40, 1].map((days) => answered(days, 'correct', { questionId: 'c' })),
      answered(1, 'correct', { questionId: 'd' }),
    ]
    expect(topicMemories(answers, [], now)).toEqual([
      { topic: 'dynos', questions: 2, known: 2, hold: 'firm' },
      { topic: 'logs', questions: 2, known: 1, hold: 'loose' },
    ])
  })

  it('continues from practice', () => {
    const card = practised(undefined, 'correct', new Date(now.getTime() - 30 * dayMs))
    const practice = [{ questionId: 'q1', topic: 'dynos', card }]
    const holds = (answers: GradedAnswer[]) => topicMemories(answers, practice, now).map(({ hold }) => hold)
    expect(holds([])).toEqual(['fading'])
    expect(holds([answered(60, 'incorrect')])).toEqual(['fading'])
    expect(holds([answered(1)])).toEqual(['firm'])
  })

  it('is empty before the first answer', () => {
    expect(topicMemories([], [], now)).toEqual([])
  })
})

describe('the last eight weeks', () => {
  const today = '2026-03-11'
  const answers = [
    answered(40, 'correct', { points: 30 }),
    answered(9, 'correct', { points: 20 }),
    answered(9, 'partial', { points: 10 }),
    answered(1, 'incorrect', { points: 0 }),
  ]
  const days = {
    answered: ['2026-01-30', '2026-03-02', '2026-03-03', '2026-03-10'],
    asked: ['2026-02-02', '2026-03-02', '2026-03-03', '2026-03-04', '2026-03-10', '2026-03-11', '2026-03-12'],
    pauses: [],
  }

  it('have points and days, and a goal from the week of the first answer', () => {
    const weeks = lastWeeks(pointsByWeek(answers, 'UTC'), days, { today, goal: 3 })
    expect(
      weeks.map(({ first, points, days, goal }) => [first, points, days, goal && `${goal.answered}/${goal.target}`]),
    ).toEqual([
      ['2026-01-19', 0, 0, undefined],
      ['2026-01-26', 30, 1, '1/1'],
      ['2026-02-02', 0, 0, '0/1'],
      ['2026-02-09', 0, 0, '0/0'],
      ['2026-02-16', 0, 0, '0/0'],
      ['2026-02-23', 0, 0, '0/0'],
      ['2026-03-02', 30, 2, '2/3'],
      ['2026-03-09', 0, 1, '1/3'],
    ])
  })

  it('begin on the workspace’s Monday, even when its clocks change', () => {
    const late = new Date('2026-03-29T22:30:00Z')
    const on = (zone: string) =>
      bestWeek(pointsByWeek([answered(30), answered(0, 'correct', { at: late, points: 20 })], zone))?.first
    expect(['UTC', 'Europe/Berlin', 'America/New_York'].map(on)).toEqual(['2026-03-23', '2026-03-30', '2026-03-23'])
  })

  it.each<[what: string, answers: GradedAnswer[], best: { first: string; points: number } | undefined]>([
    ['the latest of two that are as good', answers, { first: '2026-03-02', points: 30 }],
    [
      'older than eight weeks',
      [answered(300, 'correct', { points: 40 }), ...answers],
      { first: '2025-05-12', points: 40 },
    ],
    ['none without points', [answered(1, 'incorrect', { points: 0 })], undefined],
    ['none without answers', [], undefined],
  ])('the best week: %s', (_, given, best) => {
    expect(bestWeek(pointsByWeek(given, 'UTC'))).toEqual(best)
  })
})

test('questions that were never answered right are missed, the latest first', () => {
  const asked = (questionId: string, verdict: Verdict) => answered(1, verdict, { questionId })
  const answers = [
    ...[asked('a', 'incorrect'), asked('b', 'partial'), asked('c', 'incorrect'), asked('a', 'partial')],
    ...[asked('c', 'correct'), asked('d', 'correct'), asked('d', 'incorrect')],
  ]
  expect(missedQuestions(answers)).toEqual(['a', 'b'])
})
