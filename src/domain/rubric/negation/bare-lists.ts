import { emptyWords } from '../text/empty-words.ts'
import type { ReadText, Token } from '../text/token.ts'
import { negators, thirdPerson } from './negation-words.ts'

// Fewer may well be a whole answer: "slug + config vars", "response time, throughput".
const fewestItems = 3
const longestItem = 3

/**
 * Per sentence, whether it is a mere enumeration: three items or more of a few words each, without verb, preposition,
 * article or any other word that ties them to one another ("release phase, migration, slug, promote").
 */
export function findBareLists({ tokens, sentenceEnds, folded }: ReadText): boolean[] {
  let start = 0
  return sentenceEnds.map((end) => {
    const bare = isBareList(tokens, start, end, folded.lower)
    start = end
    return bare
  })
}

function isBareList(tokens: readonly Token[], start: number, end: number, lower: string): boolean {
  let items = 1
  let length = 0
  for (let at = start; at < end; at++) {
    const token = tokens[at]
    if (token === undefined || token.code || token.word.number) return false
    const comma = at > start && (token.after === 'comma' || token.after === 'break')
    if (token.after === 'break' && at > start && !/^[\s;|\n]*$/.test(lower.slice(tokens[at - 1]?.to ?? 0, token.from)))
      return false
    const joins = token.text === 'and' || token.text === 'or'
    if (comma || joins) {
      if (length > 0) items++
      length = 0
    }
    if (joins) continue
    if (++length > longestItem || ties(token)) return false
  }
  return items >= fewestItems
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
