const weekMs = 7 * 24 * 60 * 60_000

/** Rotates through the list by week. `first` is the first day of the week, `2026-01-31`. */
export function ofWeek<Words>(first: string, list: readonly Words[]): Words {
  const week = Math.floor(Date.parse(first) / weekMs)
  const words = list[week % list.length]
  if (words === undefined) throw new Error('a list without words')
  return words
}
