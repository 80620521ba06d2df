import { expect, it } from 'vitest'
import type { Grade } from '../../src/domain/rubric/rubric.ts'
import { alikeLine } from '../../src/messages/what-was-found.ts'

const grade: Grade = { score: 0.5, verdict: 'partial', points: [], misconceptions: [], readings: [] }

it.each([
  ['lowered', 'partial', 'Your answer is very similar to answers that count as partly right.'],
  ['lowered', 'incorrect', 'Your answer is very similar to answers that count as not right.'],
  ['raised', 'correct', 'Your answer is very similar to answers that count as right.'],
] as const)('a verdict that sorted answers %s to %s is explained', (alike, verdict, words) => {
  expect(alikeLine({ ...grade, verdict, alike })).toBe(words)
})

it('feedback doesn’t mention sorted answers if they changed nothing', () => {
  expect(alikeLine(grade)).toBeUndefined()
})
