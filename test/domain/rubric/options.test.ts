import { describe, expect, test } from 'vitest'
import { compileRubric } from '../../../src/domain/rubric/compile-rubric.ts'
import { gradeAnswer } from '../../../src/domain/rubric/grade-answer.ts'
import type { Rubric } from '../../../src/domain/rubric/rubric.ts'
import { finds } from './found-in.ts'

const counts = true
const lost = false

describe('neither of two alternative numbers counts', () => {
  test.each<[pattern: string, text: string, found: boolean]>([
    ['25', '25 or 175', lost],
    ['25 connection', '25 or 175 connections', lost],
    ['25', '25 MB or 175 MB', lost],
    ['25', '25/175', lost],
    ['25', '25, maybe 175', lost],
    ['25', '25 to 175', lost],
    ['25', 'perhaps 25, perhaps 175', lost],
    // Both numbers are right, or there is no choice.
    ['20-30 s', '20 to 30 seconds', counts],
    ['(25|175)', '25 or 175', counts],
    ['25', 'from 25 to 175', counts],
    ['25', '25 or more', counts],
    ['25', '25 MB and 175 connections', counts],
    ['25', '25, not 175', counts],
    ['24', '24/7', counts],
  ])('%s in "%s": %s', (pattern, text, found) => {
    expect(finds(pattern, text)).toBe(found)
  })
})

describe('a list of keywords earns no points', () => {
  const rubric: Rubric = {
    points: [
      { id: 'release-phase', label: 'The release phase', says: ['release phase'] },
      { id: 'migration', label: 'Migrations', says: ['migration'] },
      { id: 'slug', label: 'The slug', says: ['slug'] },
    ],
  }
  test.each<[text: string, score: number]>([
    ['migration, dyno, router, config, release', 0],
    ['slug, dyno, router', 0],
    ['slug; dyno; router; database', 0],
    // A list of the rubric's ideas, a short answer, a sentence.
    ['release phase, migration, slug', 1],
    ['slug + config vars', 1 / 3],
    ['slug, dyno', 1 / 3],
    ['the slug, dynos and the router', 1 / 3],
    ['migration runs in the release phase, router, dyno', 2 / 3],
  ])('%s: %d', (text, score) => {
    expect(gradeAnswer(compileRubric(rubric), text).score).toBeCloseTo(score)
  })

  test('each item counts if the question asks for a list', () => {
    const compiled = compileRubric({ ...rubric, list: true })
    expect(gradeAnswer(compiled, 'slug, dyno, router').score).toBeCloseTo(1 / 3)
  })
})
