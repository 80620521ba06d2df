import type { ReadText, Token } from '../text/token.ts'

/** The period of a rate: 4500 per hour. */
export type Rate = 's' | 'min' | 'h' | 'd' | 'w' | 'mo' | 'y'

const periods: ReadonlyMap<string, Rate> = new Map(
  (
    [
      ['s', 's sec second secs seconds'],
      ['min', 'm min minute mins minutes'],
      ['h', 'h hr hour hrs hours'],
      ['d', 'd day days'],
      ['w', 'w wk week weeks'],
      ['mo', 'mo mth month months'],
      ['y', 'y yr year years'],
    ] as const
  ).flatMap(([rate, words]) => words.split(' ').map((word): [string, Rate] => [word, rate])),
)

const adverbs: ReadonlyMap<string, Rate> = new Map([
  ['hourly', 'h'],
  ['daily', 'd'],
  ['nightly', 'd'],
  ['weekly', 'w'],
  ['monthly', 'mo'],
  ['yearly', 'y'],
  ['annually', 'y'],
  ['annual', 'y'],
])

const openers = new Set(['per', 'a', 'an', 'each', 'every'])

export type FoundRate = { rate: Rate; start: number; end: number }

/** The rate whose words begin at `at`: per hour, an hour, hourly, /h. */
export function rateAt({ tokens, folded }: ReadText, at: number): FoundRate | undefined {
  const token = tokens[at]
  if (token === undefined) return undefined
  const adverb = adverbs.get(token.text)
  if (adverb !== undefined) return { rate: adverb, start: at, end: at + 1 }
  const slashed = /\/ ?$/.test(folded.lower.slice(Math.max(0, token.from - 2), token.from))
    ? periods.get(token.text)
    : undefined
  if (slashed !== undefined) return { rate: slashed, start: at, end: at + 1 }
  const next = openers.has(token.text) ? tokens[at + 1] : undefined
  const rate = next === undefined || next.sentence !== token.sentence ? undefined : periods.get(next.text)
  return rate === undefined ? undefined : { rate, start: at, end: at + 2 }
}

/** Whether the token is a rate after a slash and not a unit: "4500/h", "4500 / hour". */
export function isSlashed(lower: string, token: Token): boolean {
  return lower[token.from - 1] === '/' || (lower[token.from - 1] === ' ' && lower[token.from - 2] === '/')
}

// The maximum distance in words: "4500 calls to the API per hour", "an hourly limit of 4500".
const farthest = 4

/** The rate of the number from `start` to before `end`, from the words after it or otherwise before it. */
export function rateOf(text: ReadText, start: number, end: number): FoundRate | undefined {
  const { tokens } = text
  const sentence = tokens[start]?.sentence
  for (let at = end; at <= end + farthest && tokens[at]?.sentence === sentence; at++) {
    const found = isApart(text, at) ? undefined : rateAt(text, at)
    if (found !== undefined) return found
    if (isApart(text, at) || startsNumber(text, at)) break
  }
  for (let at = start - 1; at >= start - farthest && tokens[at]?.sentence === sentence; at--) {
    if (isApart(text, at + 1) || startsNumber(text, at)) break
    const found = rateAt(text, at)
    if (found !== undefined && found.end <= start) return found
  }
  return undefined
}

/**
 * Whether the word is separated from the previous one by more than spaces, slashes, opening brackets, or signs that
 * introduce a number ("per hour: 4500").
 */
function isApart({ tokens, folded }: ReadText, at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]]
  if (before === undefined || token === undefined) return true
  return !/^[\s/(:=~-]*$/.test(folded.lower.slice(before.to, token.from))
}

function startsNumber({ tokens }: ReadText, at: number): boolean {
  const token = tokens[at]
  return token?.word.number === true && token.text.length > 2 ? true : /^\d/.test(token?.text ?? '')
}
