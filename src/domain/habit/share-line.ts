const squares = 3

/**
 * Three squares, each a third of the points: earned in full, in part, or not. They show how it went and say nothing
 * about the question, not even how many ideas its answer has.
 */
export function shareSquares(points: number, full: number): string {
  return Array.from({ length: squares }, (_, index) => {
    const part = (points / full) * squares - index
    if (part >= 1) return '🟩'
    return part > 0 ? '🟨' : '⬜'
  }).join('')
}
