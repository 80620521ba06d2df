const inOrder =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'

/** Words that are numbers by themselves. */
export const smallNumbers: ReadonlyMap<string, number> = new Map([
  ...inOrder.split(' ').map((word, value): [string, number] => [word, value]),
  ...tens.split(' ').map((word, i): [string, number] => [word, (i + 2) * 10]),
  ['fourty', 40],
  ['nought', 0],
  ['naught', 0],
  ['dozen', 12],
])

/** Words that multiply the number before them. */
export const multipliers: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
  ['k', 1000],
])

/** Parts of a unit: half a minute, a quarter of an hour. */
export const fractions: ReadonlyMap<string, number> = new Map([
  ['half', 0.5],
  ['quarter', 0.25],
])

/** Signs such as ½, alone or after a whole number. */
export const fractionSigns: ReadonlyMap<string, number> = new Map([
  ['½', 1 / 2],
  ['¼', 1 / 4],
  ['¾', 3 / 4],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
])

const ordinals = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ')

/** The word for an ordinal such as 2nd; undefined for other endings. */
export function ordinalOf(digits: string, ending: string): string | undefined {
  if (!/^(st|nd|rd|th)$/.test(ending) || !/^\d{1,3}$/.test(digits)) return undefined
  return ordinals[Number(digits) - 1] ?? `${Number(digits)}th`
}
