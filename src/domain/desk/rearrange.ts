/**
 * The pins that put a list's questions in another order. Pinned questions come first, in the order of their pins, so
 * everything before the last changed position is pinned too; pins after it stay.
 */
export function pinsFor(before: readonly string[], after: readonly string[], pinned: readonly string[]): string[] {
  const last = after.findLastIndex((id, place) => id !== before[place])
  const first = after.slice(0, last + 1)
  return [
    ...first,
    ...pinned.filter((id) => !first.includes(id) && (last < 0 || !before.slice(0, last + 1).includes(id))),
  ]
}

/** The list with the question at one position moved by one. */
export function moved(ids: readonly string[], at: number, by: 1 | -1): string[] {
  const list = [...ids]
  const [one, other] = [list[at], list[at + by]]
  if (one === undefined || other === undefined) return list
  list[at] = other
  list[at + by] = one
  return list
}

/** The pins that put a question, from the list or from elsewhere, in a place of the list; pins behind it stay. */
export function pinsToPlace(
  before: readonly string[],
  question: string,
  place: number,
  pinned: readonly string[],
): string[] {
  const first = [...before.filter((id) => id !== question).slice(0, place), question]
  return [...first, ...pinned.filter((id) => !first.includes(id))]
}
