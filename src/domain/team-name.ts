import { QuizError } from './errors.ts'

export const longestTeamName = 40
const shortest = 2

/** Letters that look like a Latin one: enough of Unicode's confusables to prevent a second "Core" in another script. */
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
  ['օ', 'o'],
  ['ո', 'n'],
  ['ս', 'u'],
  ['հ', 'h'],
  ['ց', 'g'],
  ['զ', 'q'],
  ['ɑ', 'a'],
  ['ɡ', 'g'],
  ['ɩ', 'i'],
  ['ʏ', 'y'],
  ['ᴄ', 'c'],
  ['ᴏ', 'o'],
  ['ᴜ', 'u'],
  ['ᴠ', 'v'],
  ['ᴡ', 'w'],
  ['ᴢ', 'z'],
  ['ꜱ', 's'],
  ['ı', 'i'],
  ['ł', 'l'],
  ['ø', 'o'],
  ['0', 'o'],
  ['1', 'l'],
  ['|', 'l'],
])

/**
 * Cleans a team name for display: trimmed, single spaces, no control, invisible or direction-changing characters, and
 * at most two accents on a letter. Keeps joiners that a script or an emoji needs (ශ්‍රී, 👩‍🚀). Throws `team-name-bad`
 * if the result is shorter than 2 or longer than 40 characters or has no letter or digit.
 */
export function cleanTeamName(typed: string): string {
  const name = typed
    .normalize('NFC')
    .replace(needless, ' ')
    .replace(/(\p{Mn}{2})\p{Mn}+/gu, '$1')
    .replace(/\s+/gu, ' ')
    .trim()
  const length = [...name].length
  if (length < shortest || length > longestTeamName || !/[\p{L}\p{N}]/u.test(name)) {
    throw new QuizError('team-name-bad', { shortest, longest: longestTeamName })
  }
  return name
}

// U+200D joins emoji and, after a virama, letters. U+200C keeps letters apart in Persian and in Indic scripts. U+FE0F
// colors an emoji. In other places, these characters are invisible and are removed.
const needless =
  /(?<!\p{M}|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d|(?<!\p{M}|\p{Script=Arabic})\u200c|(?<!\p{Emoji})\ufe0f|(?!\u200c|\u200d|\ufe0f)[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu

/**
 * A key that is equal for names that look the same. Ignores case, spaces, most punctuation, joiners, look-alikes, and
 * accents on Latin, Greek and Cyrillic letters. Keeps differences that readers notice: C++ and C#, two emoji, and the
 * marks of scripts in which they are letters (दल, दिल).
 */
export function teamKey(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu, '$1')
    .replace(/\ufe0f|(?![#&%@+])[\p{P}\p{Sk}\p{Z}\p{Cf}]/gu, '')
  const key = [...plain].map((letter) => lookAlikes[letter] ?? letter).join('')
  return key === '' ? name : key
}
