/**
 * Maps the start of each list item to the length of its marker, such as "1) " or "b) ". The length is 0 for "second, ".
 */
export type ListMarks = ReadonlyMap<number, number>

const none: ListMarks = new Map()

// One alternative per style, each with its markers in list order.
const mark = /(?<![^\s,;.:])(?:\(?([1-9])\)|\(?([a-h])\)|([1-9])\.(?=\s)|(first|second|third|fourth)(?:ly)?(?=,\s))/g
const ordinals = ['first', 'second', 'third', 'fourth']

/** The list markers in a text: at least two of one style that count up from the first. */
export function findListMarks(lower: string): ListMarks {
  const styles: { from: number; to: number }[][] = [[], [], [], []]
  for (const match of lower.matchAll(mark)) {
    const style = match.slice(1).findIndex((part) => part !== undefined)
    const run = styles[style]
    if (run === undefined || placeOf(match[style + 1] ?? '') !== run.length) continue
    const { index } = match
    if (style === 2 && run.length === 0 && !/^$|\n/.test(lower.charAt(index - 1))) continue
    if (style === 3 && run.length === 0 && !/(^|[.;:!?\n])\s*$/.test(lower.slice(Math.max(0, index - 3), index)))
      continue
    run.push({ from: index, to: style === 3 ? index : index + match[0].length })
  }
  const marks = styles.filter((run) => run.length > 1).flat()
  return marks.length === 0 ? none : new Map(marks.map(({ from, to }) => [from, to]))
}

function placeOf(text: string): number {
  if (/^\d$/.test(text)) return Number(text) - 1
  return text.length === 1 ? text.charCodeAt(0) - 97 : ordinals.indexOf(text)
}
