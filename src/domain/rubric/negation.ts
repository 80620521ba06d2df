import {
  afterAnswer,
  clauseOpeners,
  liftedBy,
  limiting,
  negatedPredicates,
  negators,
  pairedNegators,
  subjects,
  thirdPerson,
} from './negation-words.ts'
import type { ReadText, Token } from './token.ts'

/**
 * For each position, the positions of the negators that reach it. An odd number negates; two cancel.
 * Absent when the text holds no negator at all.
 */
export type Negation = readonly (readonly number[])[]

const nobody: readonly number[] = []

// Two negators cancel, so a longer row of them says nothing more; the bound keeps the cost linear.
const mostNested = 8

export function findNegation(text: ReadText): Negation | undefined {
  if (!text.tokens.some((token) => token.word.negator)) return undefined
  const reach: (readonly number[])[] = new Array(text.tokens.length).fill(nobody)
  let start = 0
  text.sentenceEnds.forEach((end, sentence) => {
    readSentence(text.tokens, start, end, text.questions[sentence] ?? false, reach)
    start = end
  })
  text.tokens.forEach((token, at) => {
    if (token.text === 'non') reachOfNon(text.tokens, at, reach)
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

function readSentence(
  tokens: Token[],
  start: number,
  end: number,
  question: boolean,
  reach: (readonly number[])[],
): void {
  let active = nobody
  let clause = start
  let joint = -1
  for (let at = start; at < end; at++) {
    const token = tokens[at]
    if (token === undefined) return
    const word = token.text
    const previous = active.at(-1) ?? -1
    if (token.after === 'break' || (token.after === 'comma' && !listGoesOn(tokens, at, end, tokens[previous]?.text))) {
      active = nobody
      clause = at
      joint = -1
    } else if (token.after === 'comma') joint = at
    if (isNegator(tokens, at)) {
      const length = pairedNegators.has(word) ? 2 : 1
      if (joint >= 0 || length === 2 || word === 'nor') {
        // "no restarts, no sleeping": side by side, not one within the other.
        if (joint >= 0) reach.fill(nobody, joint, at)
        active = nobody
      }
      joint = -1
      if (!isLifted(tokens, at, start, end, question)) {
        active = [...active, at].slice(-mostNested)
        if (negatedPredicates.has(tokens[at + length]?.text ?? '')) {
          for (let back = clause; back < at; back++) reach[back] = [...(reach[back] ?? nobody), at].slice(-mostNested)
        }
      }
      if (length === 2) at++
      continue
    }
    if (active.length === 0 && !clauseOpeners.has(word)) continue
    if (clauseOpeners.has(word) && at > previous + 1) {
      active = nobody
      clause = at + 1
      joint = -1
    } else if (word === 'and' || word === 'or') {
      joint = at
      if (opensClause(tokens, at + 1, end, tokens[previous]?.text ?? '')) {
        active = nobody
        clause = at + 1
        joint = -1
      }
    }
    reach[at] = active
  }
}

/** "non-web" negates what it is joined to, and "non persistent" one word. */
function reachOfNon(tokens: Token[], non: number, reach: (readonly number[])[]): void {
  for (let at = non + 1; at < tokens.length; at++) {
    if (at > non + 1 && tokens[at]?.chunk !== tokens[non]?.chunk) return
    reach[at] = [...(reach[at] ?? nobody), non]
  }
}

function opensClause(tokens: Token[], at: number, end: number, negator: string): boolean {
  const next = at < end ? tokens[at]?.text : undefined
  if (next === undefined) return false
  if (subjects.has(next)) return true
  return (negator === 'not' || negator === 'never') && thirdPerson.has(next)
}

// How far ahead a list is looked for ("does not sleep, restart or crash").
const longestListItem = 4
const longestList = 24

function listGoesOn(tokens: Token[], from: number, end: number, negator: string | undefined): boolean {
  if (negator === undefined) return false
  const nominal = negator === 'no' || negator === 'without' || negator === 'neither'
  let item = 0
  for (let at = from; at < Math.min(end, from + longestList); at++) {
    const token = tokens[at]
    if (token === undefined || token.after === 'break') return false
    const word = token.text
    if (at > from && token.after === 'comma') item = 0
    if (word === 'or' || word === 'nor') return !subjects.has(tokens[at + 1]?.text ?? '')
    if (word === 'and') return nominal && !subjects.has(tokens[at + 1]?.text ?? '')
    if (item === 0 && (subjects.has(word) || thirdPerson.has(word))) return false
    if (clauseOpeners.has(word) || negators.has(word) || ++item > longestListItem) return false
  }
  return false
}

function isLifted(tokens: Token[], at: number, start: number, end: number, question: boolean): boolean {
  const word = tokens[at]?.text ?? ''
  const next = at + 1 < end ? tokens[at + 1] : undefined
  if (next === undefined) return word === 'no' || word === 'none'
  if (liftedBy.get(word)?.has(next.text)) return true
  if (tokens[at - 1]?.text === 'or' && tokens[at - 2]?.text === 'whether') return true
  if ((word === 'no' || word === 'not') && limiting.has(next.text) && limits(tokens, at + 2, end)) return true
  if (word === 'no' && at === start)
    return next.after === 'comma' || next.after === 'break' || afterAnswer.has(next.text)
  // "Isn't it temporary?" asks for a yes.
  return word === 'not' && question && at <= start + 1 && tokens[at]?.from === tokens[at - 1]?.from
}

function limits(tokens: Token[], at: number, end: number): boolean {
  return at < end && tokens[at]?.text === 'than'
}
