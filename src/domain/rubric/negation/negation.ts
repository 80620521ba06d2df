import type { ReadText, Token } from '../text/token.ts'
import { closesReach, opensClause, startsAdjunct } from './clauses.ts'
import { isLifted } from './lifted-negation.ts'
import { negatedPredicates, pairedNegators } from './negation-words.ts'

/**
 * For each position, the positions of the negators that reach it. An odd number negates; two cancel.
 * Absent when the text holds no negator at all.
 */
export type Negation = readonly (readonly number[])[]

/** What a text says of its own words. */
export type Stance = {
  /** Per position, the number of its clause. */
  clauses: readonly number[]
  negation: Negation | undefined
}

export function readStance(text: ReadText): Stance {
  return { clauses: text.tokens.map(({ sentence }) => sentence), negation: findNegation(text) }
}

export function findNegation(text: ReadText): Negation | undefined {
  const { tokens } = text
  if (!tokens.some((token) => token.word.negator)) return undefined
  const reach: Reach = new Array(tokens.length).fill(nobody)
  let start = 0
  text.sentenceEnds.forEach((end, sentence) => {
    readSentence({ tokens, start, end, question: text.questions[sentence] ?? false }, reach)
    start = end
  })
  tokens.forEach((token, at) => {
    if (token.text === 'non') reachOfNon(tokens, at, reach)
  })
  return reach
}

/** Whether the word at this position negates what follows, lifted or not. */
export function isNegator(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token === undefined || !token.word.negator || token.text === 'non') return false
  const second = pairedNegators.get(token.text)
  return second === undefined || tokens[at + 1]?.text === second
}

type Reach = (readonly number[])[]
type Sentence = { tokens: readonly Token[]; start: number; end: number; question: boolean }

const nobody: readonly number[] = []

// Two negators cancel, so a longer row of them says nothing more; the bound keeps the cost linear.
const mostNested = 8

function readSentence(sentence: Sentence, reach: Reach): void {
  const { tokens, start, end } = sentence
  let active = nobody
  // Where what "is not possible" began, and where the last "and" or comma stood since the last negator.
  let subject = start
  let joint = -1
  const forget = (from: number): void => {
    active = nobody
    subject = from
    joint = -1
  }
  for (let at = start; at < end; at++) {
    const negator = active.at(-1)
    const edge = opensClause(tokens, at, end, negator)
    if (edge === 'clause') forget(at)
    else if (edge === 'list') joint = at
    if (isNegator(tokens, at)) {
      const length = pairedNegators.has(tokens[at]?.text ?? '') ? 2 : 1
      // "no restarts, no sleeping" stands side by side; "not without" is one within the other.
      if (joint >= 0) reach.fill(nobody, joint, at)
      if (joint >= 0 || length === 2 || tokens[at]?.text === 'nor') active = nobody
      joint = -1
      if (!isLifted(sentence, at)) {
        active = [...active, at].slice(-mostNested)
        if (negatedPredicates.has(tokens[at + length]?.text ?? '')) reachBack(reach, subject, at)
      }
      at += length - 1
      continue
    }
    if (tokens[at]?.text === 'and') subject = at + 1
    if (negator !== undefined && at > negator + 1 && startsAdjunct(tokens, at)) forget(at)
    reach[at] = active
    if (active.length > 0 && closesReach(tokens, at)) forget(at + 1)
  }
}

/** "Sleeping is not possible": the negator reaches what stands before it. */
function reachBack(reach: Reach, from: number, negator: number): void {
  for (let at = from; at < negator; at++) reach[at] = [...(reach[at] ?? nobody), negator].slice(-mostNested)
}

/** "non-web" negates what it is joined to, "non persistent" one word. */
function reachOfNon(tokens: readonly Token[], non: number, reach: Reach): void {
  for (let at = non + 1; at < tokens.length; at++) {
    if (at > non + 1 && tokens[at]?.chunk !== tokens[non]?.chunk) return
    reach[at] = [...(reach[at] ?? nobody), non]
  }
}
