import { findNumbers } from '../numbers/find-numbers.ts'
import { hasBit } from '../spelling/bits.ts'
import { prefixKey } from '../spelling/build-lexicon.ts'
import { basesOf } from '../spelling/inflect.ts'
import type { Lexicon } from '../spelling/lexicon.ts'
import { nearestTarget } from '../spelling/nearest-target.ts'
import { findCode } from '../text/find-code.ts'
import { addOccurrence, type GatheredLeaves, type Leaves, occurrenceOf } from '../text/occurrence.ts'
import { particles } from '../text/particles.ts'
import type { ReadText, Token } from '../text/token.ts'
import { knowWord } from '../text/word.ts'

/** Finds where the text contains each word, number and piece of code of a rubric. */
export function findLeaves(text: ReadText, lexicon: Lexicon): Leaves {
  const leaves: GatheredLeaves = new Map()
  const { tokens } = text
  const { firstHalves } = lexicon.vocabulary
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    if (token === undefined) break
    addWord(leaves, lexicon, token, at)
    const next = tokens[at + 1]
    if (next === undefined || next.sentence !== token.sentence || next.after === 'comma' || next.after === 'break')
      continue
    if (token.inName || firstHalves.has(token.text) || isErrorCode(token, next))
      addJoined(leaves, lexicon, [token.text, token, next], at)
    if (!particles.has(next.text)) continue
    for (const base of basesOf(token.text))
      if (firstHalves.has(base)) addJoined(leaves, lexicon, [base, token, next], at)
  }
  if (lexicon.numbers.length > 0) findNumbers(leaves, lexicon, text)
  for (const code of lexicon.codes) findCode(leaves, code, text)
  return { found: leaves, called: calledParts(leaves, lexicon), spans: new Map(), blindSpans: new Map() }
}

/** Per set, its parts that are triggered by the found leaves. */
function calledParts(leaves: GatheredLeaves, { vocabulary, sets }: Lexicon): (number[] | undefined)[] {
  const called: (number[] | undefined)[] = new Array(vocabulary.sets.size).fill(undefined)
  for (const leaf of leaves.keys()) {
    const calls = vocabulary.calls.get(leaf) ?? []
    for (let i = 0; i < calls.length; i += 2) {
      const [set, part] = [calls[i] ?? 0, calls[i + 1] ?? 0]
      if (!hasBit(sets, set)) continue
      const parts = called[set]
      if (parts === undefined) called[set] = [part]
      else parts.push(part)
    }
  }
  return called
}

function addWord(leaves: GatheredLeaves, lexicon: Lexicon, token: Token, at: number): void {
  // A variable is matched only by its full name: DATABASE_URL isn't a database.
  if (token.inName) return
  const { word } = token
  const { words, exacts, prefixes } = lexicon.vocabulary
  const leaf = own(lexicon, words.get(word.stem))
  if (leaf !== undefined) addOccurrence(leaves, leaf, occurrenceOf(token, token, at, at + 1))
  const also = word.also === undefined || token.code ? undefined : own(lexicon, words.get(word.also))
  if (also !== undefined) addOccurrence(leaves, also, occurrenceOf(token, token, at, at + 1))
  const exact = own(lexicon, exacts.get(token.text))
  if (exact !== undefined) addOccurrence(leaves, exact, occurrenceOf(token, token, at, at + 1))
  for (const prefix of prefixes.get(token.text.slice(0, prefixKey)) ?? []) {
    if (hasBit(lexicon.leaves, prefix.leaf) && token.text.startsWith(prefix.text))
      addOccurrence(leaves, prefix.leaf, occurrenceOf(token, token, at, at + 1))
  }
  if (leaf !== undefined || exact !== undefined || word.real || token.code) return
  const target = nearestTarget(token.text, lexicon)
  if (target !== undefined)
    addOccurrence(leaves, target.leaf, occurrenceOf(token, token, at, at + 1, { token, as: target.text }))
}

/** An error code typed with a space: H 12, R 14. */
function isErrorCode(token: Token, next: Token): boolean {
  return token.text.length === 1 && /^[hrl]$/.test(token.text) && /^\d\d$/.test(next.text)
}

type Halves = [first: string, token: Token, next: Token]

function addJoined(leaves: GatheredLeaves, lexicon: Lexicon, [first, token, next]: Halves, at: number): void {
  const text = first + next.text
  const { words, exacts } = lexicon.vocabulary
  for (const leaf of [own(lexicon, words.get(knowWord(text).stem)), own(lexicon, exacts.get(text))]) {
    if (leaf !== undefined) addOccurrence(leaves, leaf, occurrenceOf(token, next, at, at + 2))
  }
}

function own(lexicon: Lexicon, leaf: number | undefined): number | undefined {
  return leaf !== undefined && hasBit(lexicon.leaves, leaf) ? leaf : undefined
}
