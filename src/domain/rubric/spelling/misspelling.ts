const shortestForOne = 5
const shortestForTwo = 9
const longestCompared = 40

export function forgivenEdits(letters: number): 0 | 1 | 2 {
  if (letters < shortestForOne) return 0
  return letters < shortestForTwo ? 1 : 2
}

const side = longestCompared + 2
const table = new Uint8Array(side * side)

/**
 * The number of edits between two words, or `most + 1` if there are more than `most`. An edit inserts, deletes or
 * replaces a letter, or swaps two neighbors, even if another edit is between them: "ephermal" is two edits from
 * "ephemeral".
 */
export function editDistance(a: string, b: string, most: number): number {
  const tooFar = most + 1
  if (Math.abs(a.length - b.length) > most || a.length > longestCompared || b.length > longestCompared) return tooFar
  if (most === 1) return atMostOneEdit(a, b)
  for (let j = 0; j <= b.length; j++) table[j] = j
  for (let i = 1; i <= a.length; i++) {
    let least = i
    table[i * side] = i
    for (let j = 1; j <= b.length; j++) {
      const edits = cheapest(a, b, i, j)
      table[i * side + j] = edits
      if (edits < least) least = edits
    }
    if (least > tooFar) return tooFar
  }
  return Math.min(edit(a.length, b.length), tooFar)
}

/**
 * Returns 0, 1, or 2 for more. Between the common beginning and end, one letter differs or two neighbors are swapped.
 */
function atMostOneEdit(a: string, b: string): number {
  let start = 0
  while (start < a.length && a.charCodeAt(start) === b.charCodeAt(start)) start++
  if (start === a.length && start === b.length) return 0
  let [endA, endB] = [a.length, b.length]
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--
    endB--
  }
  if (endA - start <= 1 && endB - start <= 1) return 1
  const swapped = endA - start === 2 && endB - start === 2 && a[start] === b[start + 1] && a[start + 1] === b[start]
  return swapped ? 1 : 2
}

function edit(i: number, j: number): number {
  return table[i * side + j] ?? 0
}

function cheapest(a: string, b: string, i: number, j: number): number {
  const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1)
  const plain = Math.min(edit(i - 1, j) + 1, edit(i, j - 1) + 1, edit(i - 1, j - 1) + (same ? 0 : 1))
  if (same || i < 2 || j < 2) return plain
  const k = a.lastIndexOf(b.charAt(j - 1), i - 2)
  const l = b.lastIndexOf(a.charAt(i - 1), j - 2)
  if (k < 0 || l < 0) return plain
  return Math.min(plain, edit(k, l) + (i - k - 2) + 1 + (j - l - 2))
}

/**
 * A bit mask of the letters of a word. Letters other than a to z share bits, which makes the check in `mayBeNear` more
 * lenient.
 */
export function lettersOf(word: string): number {
  let letters = 0
  for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) & 31)
  return letters
}

/** Whether words with these letters can be within this many edits. One edit removes one letter and adds another. */
export function mayBeNear(a: number, b: number, edits: number): boolean {
  let different = a ^ b
  for (let allowed = 2 * edits; different !== 0; allowed--) {
    if (allowed === 0) return false
    different &= different - 1
  }
  return true
}
