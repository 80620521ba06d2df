const shortestForOne = 5
const shortestForTwo = 9
const longestCompared = 40

/** Edits forgiven in a word of so many letters. */
export function forgivenEdits(letters: number): 0 | 1 | 2 {
  if (letters < shortestForOne) return 0
  return letters < shortestForTwo ? 1 : 2
}

const width = longestCompared + 1
const table = [new Uint8Array(width + 1), new Uint8Array(width + 1), new Uint8Array(width + 1)] as const

/**
 * Edits from one word to another (insert, delete, replace, swap neighbours), or `most + 1` when it takes more than `most`.
 */
export function editDistance(a: string, b: string, most: number): number {
  const tooFar = most + 1
  if (Math.abs(a.length - b.length) > most || a.length > longestCompared || b.length > longestCompared) return tooFar
  let [before, above, row] = table as readonly [Uint8Array, Uint8Array, Uint8Array]
  for (let j = 0; j <= b.length; j++) above[j] = j
  for (let i = 1; i <= a.length; i++) {
    const letter = a.charCodeAt(i - 1)
    let least = i
    row[0] = i
    for (let j = 1; j <= b.length; j++) {
      const other = b.charCodeAt(j - 1)
      let edits = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (letter === other ? 0 : 1))
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other) {
        edits = Math.min(edits, (before[j - 2] ?? 0) + 1)
      }
      row[j] = edits
      if (edits < least) least = edits
    }
    if (least > most) return tooFar
    const free = before
    before = above
    above = row
    row = free
  }
  return Math.min(above[b.length] ?? tooFar, tooFar)
}
