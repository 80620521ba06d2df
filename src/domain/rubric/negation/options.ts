import type { ReadText, Token } from '../text/token.ts'

/** The positions of two alternative numbers: "25 or 175", "25/175", "25, maybe 175". */
export type Options = readonly (readonly [number, number])[]

const joining = new Set(['or', 'to'])
const hedging = new Set(['maybe', 'perhaps', 'possibly', 'even'])
const bounding = new Set('more less so above below fewer higher lower longer up'.split(' '))
const none: Options = []

export function findOptions(text: ReadText): Options {
  const { tokens } = text
  const found: (readonly [number, number])[] = []
  let last = -1
  tokens.forEach((token, at) => {
    if (!/^\d/.test(token.text) && !(token.word.number && !articles.has(token.text))) return
    if (last >= 0 && tokens[last]?.sentence === token.sentence && areOptions(text, last, at)) found.push([last, at])
    last = at
  })
  return found.length === 0 ? none : found
}

const articles = new Set(['a', 'an', 'half', 'quarter', 'dozen'])
const farthest = 5

function areOptions({ tokens, folded }: ReadText, a: number, b: number): boolean {
  if (b - a > farthest || tokens[a]?.text === tokens[b]?.text || bounding.has(tokens[b + 1]?.text ?? '')) return false
  const between = tokens.slice(a + 1, b).map(({ text }) => text)
  const mark = folded.lower.slice(tokens[b - 1]?.to ?? 0, tokens[b]?.from ?? 0)
  if (between.length === 0) {
    return mark === '/' && isWhole(tokens[a]) && isWhole(tokens[b]) && tokens[b + 1]?.text !== 'of'
  }
  const words = between.filter((word) => !hedging.has(word))
  const hedged = words.length < between.length
  const join = words.at(-1) ?? ''
  if (!joining.has(join)) return hedged && words.length <= 1
  if (join === 'to' && changes(tokens.map(({ text }) => text).slice(Math.max(0, a - farthest), a))) return false
  return words.length <= 2
}

/** A number with one digit may be part of a fraction or of "24/7". */
function isWhole(token: Token | undefined): boolean {
  return (token?.text.length ?? 0) > 1
}

/** These are changes and not alternatives: "from 25 to 175", "raise it 1 to 3". */
function changes(before: readonly string[]): boolean {
  return before.some((word) =>
    /^(from|scale|raise|increase|reduce|cut|change|go|goes|move|grow|switch|upgrade)s?d?$/.test(word),
  )
}
