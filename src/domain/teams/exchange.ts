type Person = { id: number; strength: number }

/** A team while it is being put together. `strength` is the sum over its people. */
export type Side<P extends Person> = { people: P[]; strength: number }

export function joins<P extends Person>(side: Side<P>, person: P): void {
  side.people.push(person)
  side.strength += person.strength
}

export function leaves<P extends Person>(side: Side<P>, person: P): void {
  side.people.splice(side.people.indexOf(person), 1)
  side.strength -= person.strength
}

/**
 * Who goes from the stronger team to the weaker one, and who comes in return: nobody, if the stronger one is larger.
 */
export type Exchange<P> = { goes: P; comes?: P }

/**
 * The exchange that brings two teams closest and leaves their sizes as even as they are. Undefined if none brings them
 * closer. For each person who may go, the best one to come in return is found by binary search, so even teams of
 * thousands are fast.
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
  // First, because of two that are equally good, the one that moves one person is better.
  if (stronger.people.length > weaker.people.length) for (const goes of stronger.people) consider({ goes })
  for (const goes of stronger.people) {
    const place = placeIn(sorted, goes.strength - gap / 2)
    for (const comes of sorted.slice(Math.max(0, place - 1), place + 1)) consider({ goes, comes })
  }
  return best
}

/** Where somebody of this strength would be in a list, weakest first. */
function placeIn(sorted: readonly Person[], strength: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if ((sorted[middle]?.strength ?? Infinity) < strength) low = middle + 1
    else high = middle
  }
  return low
}
