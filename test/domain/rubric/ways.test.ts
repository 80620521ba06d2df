import { expect, test } from 'vitest'
import { compileRubric } from '../../../src/domain/rubric/compile-rubric.ts'
import { gradeAnswer } from '../../../src/domain/rubric/grade-answer.ts'
import { missingIdeas } from '../../../src/domain/rubric/match/missing-ideas.ts'
import type { Rubric, RubricPoint } from '../../../src/domain/rubric/rubric.ts'

const point = (id: string, more: Partial<RubricPoint> = {}): RubricPoint => ({ id, label: id, says: [id], ...more })

const rubric: Rubric = {
  points: [point('separated'), point('gap'), point('negative', { weight: 2, required: true }), point('state')],
  ways: [{ points: ['separated', 'gap'] }, { points: ['negative', 'gap'] }, { points: ['state'], full: 2 }],
}

test.each([
  ['separated by a gap', 1, 'correct'],
  ['there is a gap', 0.5, 'partial'],
  ['it is at the negative side', 2 / 3, 'partial'],
  ['negative, with a gap', 1, 'correct'],
  ['a state', 0.5, 'partial'],
  ['a state and a gap', 0.5, 'partial'],
  ['something else', 0, 'incorrect'],
])('the best of several ways to be right counts: %s', (answer, score, verdict) => {
  const grade = gradeAnswer(compileRubric(rubric), answer)
  expect(grade.score).toBeCloseTo(score, 10)
  expect(grade.verdict).toBe(verdict)
})

test('the missing ideas are those of the best matching way', () => {
  expect(missingIdeas(rubric, gradeAnswer(compileRubric(rubric), 'a gap'))).toBe(1)
})

test.each<[string, Rubric, string, string]>([
  ['an unknown point', { ...rubric, ways: [{ points: ['gapp'] }] }, 'unknown-point', 'ways[0].points[0]'],
  ['a point in no way', { ...rubric, ways: [{ points: ['gap'] }] }, 'unused-point', 'ways'],
  ['full together with ways', { ...rubric, full: 1 }, 'full-beside-ways', 'full'],
  ['full zero', { points: [point('a')], ways: [{ points: ['a'], full: 0 }] }, 'bad-number', 'ways[0].full'],
])('refused: %s', (_, wrong, code, path) => {
  expect(() => compileRubric(wrong)).toThrowError(expect.objectContaining({ code, path }))
})
