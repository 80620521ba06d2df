/** The ids of the next questions with these pins. */
export type Ahead = (pinned: readonly string[]) => readonly string[]

/**
 * The pins with which the list starts with `wanted`. At least the first `least` positions are pinned, and everything up
 * to the last earlier pin. More are pinned only if the automatic choice would give another list. Earlier pins that
 * aren't in the list stay after it, except `removed`.
 */
export function pinsFor(
  wanted: readonly string[],
  { pinned, least, removed }: { pinned: readonly string[]; least: number; removed?: readonly string[] },
  ahead: Ahead,
): string[] {
  const later = pinned.filter((id) => !wanted.includes(id) && !removed?.includes(id))
  const earlier = wanted.findLastIndex((id) => pinned.includes(id)) + 1
  for (let count = Math.max(least, earlier); count < wanted.length; count++) {
    const pins = [...wanted.slice(0, count), ...later]
    const list = ahead(pins)
    if (wanted.every((id, place) => list[place] === id)) return pins
  }
  return [...new Set([...wanted, ...later])]
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

/** Returns a list of the same length with the question at a position. The question may be new to the list. */
export function placed(ids: readonly string[], question: string, place: number): string[] {
  const others = ids.filter((id) => id !== question)
  return [...others.slice(0, place), question, ...others.slice(place)].slice(0, ids.length)
}

/**
 * The pins after the posting days changed: each question stays on its day. If a day is no longer a posting day, its
 * question is left out or, if it is pinned, comes after the others. A new day between the others gets a pinned question
 * that would fall off the end, or the one that `picks` chooses. `planned` has the questions by day. `picks` returns the
 * questions of the first `count` days, without those in `secret`.
 */
export function pinsOnDays(
  {
    planned,
    days,
    pinned,
  }: { planned: ReadonlyMap<string, string>; days: readonly string[]; pinned: readonly string[] },
  picks: (count: number, pinned: readonly string[], secret: ReadonlySet<string>) => readonly string[],
): string[] {
  const wanted: string[] = []
  const kept = days.flatMap((day) => planned.get(day) ?? [])
  const last = days.at(-1) ?? ''
  const falling = [...planned].flatMap(([day, id]) => (day > last && pinned.includes(id) ? [id] : []))
  for (const day of days.slice(0, days.findLastIndex((one) => planned.has(one)) + 1)) {
    const others = new Set(kept.filter((id) => !wanted.includes(id)))
    const id = planned.get(day) ?? falling.pop() ?? picks(wanted.length + 1, wanted, others)[wanted.length]
    if (id !== undefined) wanted.push(id)
  }
  return pinsFor(wanted, { pinned, least: 0 }, (pins) => picks(days.length, pins, new Set()))
}
