/** In code units. Longer words aren't compared, because no real name is longer. */
const longestWord = 60

/** Similar names, nearest first, at most three. The cost is bounded by the longest word, no matter what was typed. */
export function nearestNames(typed: string, names: readonly string[]): string[] {
  const word = typed.toLowerCase()
  if (word.length > longestWord) return []
  const allowed = Math.max(1, Math.floor(word.length / 3))
  return names
    .map((name) => ({ name, distance: distanceTo(word, name.toLowerCase(), allowed) }))
    .filter(({ distance }) => distance <= allowed)
    .toSorted((a, b) => a.distance - b.distance || a.name.localeCompare(b.name))
    .slice(0, 3)
    .map(({ name }) => name)
}

/** Returns Infinity early if the lengths already differ by more than `allowed`. */
function distanceTo(word: string, name: string, allowed: number): number {
  if (word.length > 1 && name.startsWith(word)) return 0
  return Math.abs(word.length - name.length) > allowed ? Number.POSITIVE_INFINITY : editDistance(word, name)
}

/** Levenshtein distance in which swapping neighbors is one edit (optimal string alignment). */
function editDistance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  )
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, at(i - 2, j - 2) + 1)
      const row = rows[i]
      if (row) row[j] = best
    }
  }
  return at(a.length, b.length)
}
