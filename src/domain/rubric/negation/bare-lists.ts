import { emptyWords } from '../text/empty-words.ts'
import type { ReadText, Token } from '../text/token.ts'
import { negators, thirdPerson } from './negation-words.ts'

// A shorter list may be a complete answer: "slug + config vars", "response time, throughput".
const fewestItems = 3
const longestItem = 3

export type BareList = readonly number[]

/**
 * Per sentence, its items if it is a bare list. A bare list has three or more items of a few words each and no verb,
 * preposition, article or other word that connects them ("release phase, migration, slug, promote").
 */
export function findBareLists({ tokens, sentenceEnds, folded }: ReadText): (BareList | undefined)[] {
  let start = 0
  return sentenceEnds.map((end) => {
    const items = readItems(tokens, start, end, folded.lower)
    start = end
    return items
  })
}

function readItems(tokens: readonly Token[], start: number, end: number, lower: string): BareList | undefined {
  const items: number[] = []
  let length = 0
  for (let at = start; at < end; at++) {
    const token = tokens[at]
    if (token === undefined || token.code || token.word.number) return undefined
    const comma = at > start && (token.after === 'comma' || token.after === 'break')
    if (token.after === 'break' && at > start && !/^[\s;|\n]*$/.test(lower.slice(tokens[at - 1]?.to ?? 0, token.from)))
      return undefined
    const joins = token.text === 'or'
    if (comma || joins) length = 0
    if (joins) continue
    if (length === 0) items.push(at)
    if (++length > longestItem || ties(token)) return undefined
  }
  return items.length >= fewestItems ? items : undefined
}

function ties({ text }: Token): boolean {
  return emptyWords.has(text) || negators.has(text) || thirdPerson.has(text) || tying.has(text) || /ed$/.test(text)
}

const tying = new Set(
  `
  into onto over under between through without before after because since while during per via instead than but only also
  always never each every all both when until unless get gets use uses run make makes need needs keep take give go goes put
  same more less another other first then later too not no yes its own new old
`
    .trim()
    .split(/\s+/),
)
