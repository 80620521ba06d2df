type Person = { id: number; strength: number }

/** A team during the calculation. `strength` is the sum over its people. */
export type Side<P extends Person> = { people: P[]; strength: number }

export function joins<P extends Person>(side: Side<P>, person: P): void {
  side.people.push(person)
  side.strength += person.strength
}

export function leaves<P extends Person>(side: Side<P>, person: P): void {
  side.people.splice(side.people.indexOf(person), 1)
  side.strength -= person.strength
}

/** The person who leaves the stronger team, and the one who comes in return, if any. */
export type Exchange<P> = { goes: P; comes?: P }

/**
 * The exchange that brings two teams closest and keeps their sizes as even as before. Undefined if none brings them
 * closer. Finds the best partner of each person by binary search, so it is fast for teams of thousands.
 */
export function exchangeBetween<P extends Person>(stronger: Side<P>, weaker: Side<P>): Exchange<P> | undefined {
  const gap = stronger.strength - weaker.strength
  const sorted = weaker.people.toSorted((one, other) => one.strength - other.strength || one.id - other.id)
  let best: Exchange<P> | undefined
  let closest = gap
  const consider = (found: Exchange<P>): void => {
    const moved = found.goes.strength - (found.comes?.strength ?? 0)
    const left = Math.abs(gap - 2 * moved)
    if (left < closest) [best, closest] = [found, left]
  }
  // Checked first, because moving one person is better than an equally good exchange.
  if (stronger.people.length > weaker.people.length) for (const goes of stronger.people) consider({ goes })
  for (const goes of stronger.people) {
    const place = placeIn(sorted, goes.strength - gap / 2)
    for (const comes of sorted.slice(Math.max(0, place - 1), place + 1)) consider({ goes, comes })
  }
  return best
}

/** The position of this strength in a list, weakest first. */
function placeIn(sorted: readonly Person[], strength: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if ((sorted[middle]?.strength ?? Infinity) < strength) low = middle + 1
    else high = middle
  }
  return low
}
