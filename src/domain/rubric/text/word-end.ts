import { isDigitAt, isWordAt, standsAlone, widthAt } from './characters.ts'

/** Where the word that begins at `from` ends. An apostrophe between letters is part of the word. */
export function wordEnd(lower: string, from: number, limit: number): number {
  let to = from
  while (to < limit) {
    if (isWordAt(lower, to)) {
      if (standsAlone(lower, to)) break
      to += widthAt(lower, to)
    } else if (lower[to] === "'" && to > from && to + 1 < limit && isWordAt(lower, to + 1)) to++
    else break
  }
  return to
}

/** Separators of thousands: 4,500, 4'500, 4_500. */
const groupMarks = new Set([...",'_"])

/** Where the digits that begin at `from` end, including thousands and decimals. */
export function digitsEnd(lower: string, from: number, limit: number): number {
  let to = from
  while (to < limit && isDigitAt(lower, to)) to++
  const zero = to - from === 1 && lower[from] === '0'
  while (!zero && groupMarks.has(lower.charAt(to)) && isThousand(lower, to + 1, limit)) to += 4
  while (lower[to] === '.' && to + 1 < limit && isDigitAt(lower, to + 1)) {
    to++
    while (to < limit && isDigitAt(lower, to)) to++
  }
  return to
}

function isThousand(lower: string, from: number, limit: number): boolean {
  if (from + 3 > limit || (from + 3 < limit && isDigitAt(lower, from + 3))) return false
  return isDigitAt(lower, from) && isDigitAt(lower, from + 1) && isDigitAt(lower, from + 2)
}

/** Whether the word is part of a name such as DATABASE_URL, and not just between two underscores for emphasis. */
export function isInName(cased: string, from: number, to: number): boolean {
  const before = cased[from - 1] === '_' && from > 1 && isWordAt(cased, from - 2)
  const after = cased[to] === '_' && to + 1 < cased.length && isWordAt(cased, to + 1)
  return (before || after) && /^[\p{Lu}\p{N}]+$/u.test(cased.slice(from, to))
}
