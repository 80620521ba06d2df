import { expect, it } from 'vitest'
import { shareSquares } from '../../../src/domain/habit/share-line.ts'

it.each<[points: number, full: number, squares: string]>([
  [0, 20, '⬜⬜⬜'],
  [1, 20, '🟨⬜⬜'],
  [10, 30, '🟩⬜⬜'],
  [10, 20, '🟩🟨⬜'],
  [18, 20, '🟩🟩🟨'],
  [20, 20, '🟩🟩🟩'],
])('%i of %i points are %s', (points, full, squares) => {
  expect(shareSquares(points, full)).toBe(squares)
})
