const weekMs = 7 * 24 * 60 * 60_000

/** The words for a week, by its first day, `2026-01-31`: the next week gets the next ones in the list. */
export function ofWeek<Words>(first: string, list: readonly Words[]): Words {
  const week = Math.floor(Date.parse(first) / weekMs)
  const words = list[week % list.length]
  if (words === undefined) throw new Error('a list without words')
  return words
}
