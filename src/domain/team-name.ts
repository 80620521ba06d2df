import { QuizError } from './errors.ts'

const longest = 40
const shortest = 2

/** Letters that look like a Latin one: enough of Unicode's confusables to stop a second "Core" in Cyrillic or Greek. */
const lookAlikes: Record<string, string> = Object.fromEntries([
  ['а', 'a'],
  ['в', 'b'],
  ['с', 'c'],
  ['ԁ', 'd'],
  ['е', 'e'],
  ['һ', 'h'],
  ['і', 'i'],
  ['ј', 'j'],
  ['к', 'k'],
  ['ӏ', 'l'],
  ['м', 'm'],
  ['н', 'h'],
  ['о', 'o'],
  ['р', 'p'],
  ['ԛ', 'q'],
  ['ѕ', 's'],
  ['т', 't'],
  ['у', 'y'],
  ['х', 'x'],
  ['ѵ', 'v'],
  ['ԝ', 'w'],
  ['α', 'a'],
  ['β', 'b'],
  ['ε', 'e'],
  ['ι', 'i'],
  ['κ', 'k'],
  ['μ', 'm'],
  ['ν', 'v'],
  ['ο', 'o'],
  ['ρ', 'p'],
  ['τ', 't'],
  ['υ', 'u'],
  ['χ', 'x'],
  ['ı', 'i'],
  ['ł', 'l'],
  ['ø', 'o'],
  ['0', 'o'],
  ['1', 'l'],
  ['|', 'l'],
])

/**
 * A team name as people may see it: trimmed, single spaces, no control, invisible or direction-turning characters.
 * Throws `team-name-bad` where what is left is shorter than 2 or longer than 40 characters or has no letter or digit.
 */
export function cleanTeamName(typed: string): string {
  const name = typed
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
  const length = [...name].length
  if (length < shortest || length > longest || !/[\p{L}\p{N}]/u.test(name)) {
    throw new QuizError('team-name-bad', { shortest, longest })
  }
  return name
}

/** Two names with the same key are one name to a reader: case, accents, spaces, punctuation and look-alikes are gone. */
export function teamKey(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{P}\p{S}\p{Z}]/gu, '')
  const key = [...plain].map((letter) => lookAlikes[letter] ?? letter).join('')
  return key === '' ? name : key
}
