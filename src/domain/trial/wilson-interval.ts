/** The normal quantile that leaves 2.5 % on either side. */
const z = 1.96

/**
 * The 95 % confidence interval of a share (Wilson 1927). Unlike p ± 1.96 √(p(1 - p)/n), it stays within 0 and 1, and it
 * is reliable if `n` is small or the share is close to 0 or 1.
 */
export function wilsonInterval(hits: number, n: number): [low: number, high: number] {
  if (n === 0) return [0, 1]
  const share = hits / n
  const center = (share + z ** 2 / (2 * n)) / (1 + z ** 2 / n)
  const margin = (z / (1 + z ** 2 / n)) * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2))
  return [Math.max(0, center - margin), Math.min(1, center + margin)]
}
