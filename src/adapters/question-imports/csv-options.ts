/** The columns of a multiple choice sheet: the options in order, and the one that says which of them are right. */
export type OptionColumns = { options: number[]; key: number }

const keys = ['correct', 'correct answer', 'correct answers', 'correct option', 'right answer', 'key', 'answer']

/** Finds columns such as `A`, `B`, `C` or `Answer 1`, `Answer 2` with `Correct answer`. */
export function optionColumns(head: readonly string[]): OptionColumns | undefined {
  const names = head.map((cell) =>
    cell
      .trim()
      .toLowerCase()
      .replaceAll(/[()]/g, '')
      .replaceAll(/[_\s]+/g, ' '),
  )
  const matching = (name: RegExp): number[] => names.flatMap((one, at) => (name.test(one) ? [at] : []))
  const lettered = matching(/^(?:(?:option|choice|answer) )?[a-h]$/)
  const options = lettered.length > 1 ? lettered : matching(/^(?:option|choice|answer) ?[1-9]$/)
  const key = names.findIndex((one, at) => keys.includes(one) && !options.includes(at))
  return options.length > 1 && key >= 0 ? { options, key } : undefined
}

/** Sorts the options by a key such as `B`, `1,3` or the text of an option. A key of other words is the right answer. */
export function sortOptions(options: readonly string[], key: string): { right: string[]; wrong: string[] } {
  const filled = options.filter((one) => one !== '')
  const places = key.split(/[\s,;]+/).map(placeOf)
  const named = places.map((place) => options[place])
  // A key that names an option that isn't there is no answer.
  const isNamed = key === '' || places.every((place) => place >= 0)
  const right = isNamed ? filled.filter((one) => named.includes(one)) : [key]
  const wrong = filled.filter((one) => !right.some((other) => other.toLowerCase() === one.toLowerCase()))
  return { right, wrong }
}

/** The index of `A` or `1`, or -1. */
function placeOf(name: string): number {
  return /^[a-h]$/i.test(name) ? name.toLowerCase().charCodeAt(0) - 97 : /^[1-9]$/.test(name) ? Number(name) - 1 : -1
}
