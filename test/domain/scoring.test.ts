import { describe, expect, it } from 'vitest'
import type { Difficulty } from '../../src/domain/question.ts'
import { pointsForAttempt } from '../../src/domain/scoring.ts'

type Case = [story: string, difficulty: Difficulty, score: number, before: number[], hint: boolean, points: number]

describe('points for an attempt', () => {
  it.each<Case>([
    ['a full easy answer', 'easy', 1, [], false, 10],
    ['a full medium answer', 'medium', 1, [], false, 20],
    ['a full hard answer', 'hard', 1, [], false, 30],
    ['half of a hard answer', 'hard', 0.5, [], false, 15],
    ['a third, rounded', 'easy', 1 / 3, [], false, 3],
    ['nothing right', 'hard', 0, [], false, 0],
    ['a hint costs a quarter', 'medium', 1, [], true, 15],
    ['the second try after nothing earns half of all', 'medium', 1, [0], false, 10],
    ['the second try earns half of what the first left', 'medium', 1, [0.5], false, 5],
    ['the second try earns half of what it adds', 'medium', 0.75, [0.5], false, 3],
    ['a worse second try takes nothing away', 'medium', 0.25, [0.5], false, 0],
    ['a third try counts from the best before it', 'hard', 1, [0.5, 0.2], false, 8],
    ['a hint before the second try', 'easy', 1, [0], true, 4],
  ])('%s', (_story, difficulty, score, before, hint, points) => {
    expect(pointsForAttempt({ difficulty, score, before, hint })).toBe(points)
  })

  it('for a second try are never more than half of the points that the first try missed', () => {
    for (let first = 0; first <= 1; first += 0.05) {
      for (let second = 0; second <= 1; second += 0.05) {
        const points = pointsForAttempt({ difficulty: 'hard', score: second, before: [first], hint: false })
        expect(points).toBeLessThanOrEqual(Math.round((30 * (1 - first)) / 2 + 1e-9))
        expect(points).toBeGreaterThanOrEqual(0)
      }
    }
  })
})
