/**
 * The pins that change the order of the list from `before` to `after`. Pinned questions come first, in the order of the
 * pins, so everything up to the last changed position is pinned. Pins after that position stay.
 */
export function pinsFor(before: readonly string[], after: readonly string[], pinned: readonly string[]): string[] {
  const last = after.findLastIndex((id, place) => id !== before[place])
  const first = after.slice(0, last + 1)
  return [
    ...first,
    ...pinned.filter((id) => !first.includes(id) && (last < 0 || !before.slice(0, last + 1).includes(id))),
  ]
}

/** Returns the list with the question at `at` moved by one position. */
export function moved(ids: readonly string[], at: number, by: 1 | -1): string[] {
  const list = [...ids]
  const [one, other] = [list[at], list[at + by]]
  if (one === undefined || other === undefined) return list
  list[at] = other
  list[at + by] = one
  return list
}

/**
 * The pins that put a question at a position of the list. Pins after that position stay. The question may be new to the
 * list.
 */
export function pinsToPlace(
  before: readonly string[],
  question: string,
  place: number,
  pinned: readonly string[],
): string[] {
  const first = [...before.filter((id) => id !== question).slice(0, place), question]
  return [...first, ...pinned.filter((id) => !first.includes(id))]
}
