import { box, drawnLetters } from './fitted.ts'

/**
 * The names of a list as the picture shows them. The fonts lack some scripts, such as Chinese and Devanagari. A name
 * that is unreadable in the picture, or that looks the same as another one, is replaced by its number in the text's
 * list.
 */
export function legible(names: readonly string[]): string[] {
  const drawn = names.map((name) => drawnLetters(name).join(''))
  return names.map((name, at) => {
    const shown = drawn[at] ?? ''
    const isUnlikeOthers = !shown.includes(box) || drawn.indexOf(shown) === drawn.lastIndexOf(shown)
    return isLegible(name) && isUnlikeOthers ? name : `${ordinal(at + 1)} in the list`
  })
}

/** Whether the fonts have at least one letter, digit or emoji of the name. */
export function isLegible(name: string): boolean {
  const drawn = drawnLetters(name).filter((letter) => letter !== '')
  return !drawn.includes(box) || drawn.some((letter) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(letter))
}

const endings = { one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' } as const
const kinds = new Intl.PluralRules('en', { type: 'ordinal' })

function ordinal(number: number): string {
  return `${number}${endings[kinds.select(number)]}`
}
