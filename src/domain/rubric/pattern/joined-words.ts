import { isNegator } from '../spelling/build-lexicon.ts'
import { basesOf } from '../spelling/inflect.ts'
import { particles } from '../text/particles.ts'
import { knowWord } from '../text/word.ts'
import type { Syntax } from './pattern.ts'

/**
 * Pairs of neighbors in a pattern that people also write as one word: time out, roll back, (data|file) (base|system).
 */
export function joinedWords(first: Syntax | undefined, second: Syntax): [string, string][] {
  const [before, after] = [plainWords(first), plainWords(second)]
  const alone = before.length === 1 && after.length === 1
  const pairs = before.flatMap((one) => after.flatMap((other) => spelledTogether(one, other)))
  // For groups, only compounds in the word list are added, because most other pairs aren't written as one word.
  return pairs.filter(([one, other]) => (alone && before.includes(one)) || knowWord(one + other).real)
}

function spelledTogether(first: string, second: string): [string, string][] {
  if (!halves.test(first) || !halves.test(second) || isNegator(first) || isNegator(second)) return []
  const bases = particles.has(second) ? basesOf(first) : []
  return [first, ...bases].map((base) => [base, second])
}

const halves = /^\p{L}{2,}$/u

function plainWords(syntax: Syntax | undefined): string[] {
  if (syntax?.kind === 'any') return syntax.of.flatMap((part) => (part.kind === 'any' ? [] : plainWords(part)))
  const text = syntax?.kind === 'word' || syntax?.kind === 'number' ? syntax.text : undefined
  return text === undefined ? [] : [text]
}
