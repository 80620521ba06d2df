/** Boards computed the slow and obvious way, to hold the real ones against. */

/** Standard competition ranking (1, 2, 2, 4): ties share a rank. Takes rows with the most points first. */
export function withRanks<Row extends { points: number }>(rows: readonly Row[]): (Row & { rank: number })[] {
  return rows.map((row) => ({ ...row, rank: 1 + rows.filter((other) => other.points > row.points).length }))
}

/** Sum of the best three of one day's points. */
export function bestThree(points: readonly number[]): number {
  return [...points]
    .sort((a, b) => b - a)
    .slice(0, 3)
    .reduce((sum, one) => sum + one, 0)
}
