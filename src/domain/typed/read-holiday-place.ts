import { QuizError } from '../errors.ts'

/** Common names of countries that aren't their codes. */
const otherCodes: Record<string, string> = {
  UK: 'GB',
  'GREAT BRITAIN': 'GB',
  USA: 'US',
  'UNITED STATES OF AMERICA': 'US',
}

/** The code of a country by its English name: `DE` for `GERMANY`. */
function codeOf(name: string): string | undefined {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const names = new Intl.DisplayNames(['en'], { type: 'region' })
  // A code that is no longer used has the name of its successor.
  const codes = letters.flatMap((first) => letters.map((second) => new Intl.Locale(`und-${first}${second}`).region))
  return codes.find((code) => code !== undefined && code !== name && names.of(code)?.toUpperCase() === name)
}

/** Reads `de-by` as `DE-BY` and `Germany` as `DE`; undefined for `off`. Throws `setting-bad`. */
export function readHolidayPlace(typed: string): string | undefined {
  const name = typed.trim().toUpperCase()
  if (name === 'OFF' || name === 'NONE') return undefined
  const word = otherCodes[name] ?? codeOf(name) ?? name
  if (/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(word)) return word
  throw new QuizError('setting-bad', {
    problem: `“${typed}” doesn’t work here. Write the two letters of a country, such as DE or US, with a region if you like, such as DE-BY, or off.`,
  })
}
