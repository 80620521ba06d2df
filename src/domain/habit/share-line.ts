const squares = 3

/**
 * Three squares, each for a third of the points: earned in full, in part, or not at all. They show the result without
 * revealing anything about the question, such as its number of ideas.
 */
export function shareSquares(points: number, full: number): string {
  return Array.from({ length: squares }, (_, index) => {
    const part = (points / full) * squares - index
    if (part >= 1) return '🟩'
    return part > 0 ? '🟨' : '⬜'
  }).join('')
}
