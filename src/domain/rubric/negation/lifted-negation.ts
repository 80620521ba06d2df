import type { Token } from '../text/token.ts'
import { afterAnswer, liftedBy, limiting } from './negation-words.ts'

/** Whether the negator at this position doesn't negate: "not only", "no more than", "No, it is", "isn't it?". */
export function isLifted(
  { tokens, start, end, question }: { tokens: readonly Token[]; start: number; end: number; question: boolean },
  at: number,
): boolean {
  const word = tokens[at]?.text ?? ''
  const next = at + 1 < end ? tokens[at + 1] : undefined
  if (next === undefined || isPause(next)) return true
  if (liftedBy.get(word)?.has(next.text)) return true
  const before = at > start ? (tokens[at - 1]?.text ?? '') : ''
  if (word === 'without' && isDoubt(next.text, tokens[at + 2]?.text)) return true
  if (word === 'not' && (before === 'why' || isUnsure(tokens, at, end) || isBidding(tokens, at, start))) return true
  if (tokens[at - 1]?.text === 'or' && tokens[at - 2]?.text === 'whether') return true
  const limits = (word === 'no' || word === 'not') && limiting.has(next.text) && tokens[at + 2]?.text === 'than'
  if (limits) return true
  if (word === 'no' && at === start) return afterAnswer.has(next.text)
  const contracted = tokens[at]?.from === tokens[at - 1]?.from
  return word === 'not' && question && contracted && at <= start + 1
}

/** "without a doubt", "without any question". */
function isDoubt(next: string, second: string | undefined): boolean {
  const noun = next === 'a' || next === 'any' ? (second ?? '') : next
  return /^(doubt|question|fail|exception|exceptions)$/.test(noun)
}

const degrees = new Set(
  'quite entirely totally completely really absolutely so too 100 percent fully that exactly very'.split(' '),
)

/** "I'm not 100 % sure it's R" still states R. */
function isUnsure(tokens: readonly Token[], at: number, end: number): boolean {
  let next = at + 1
  while (next < end && degrees.has(tokens[next]?.text ?? '')) next++
  return /^(sure|certain|positive)$/.test(tokens[next]?.text ?? '')
}

/** Requests and idioms that aren't negations: "Don't forget to R", "don't worry R", "I can't wait". */
function isBidding(tokens: readonly Token[], at: number, start: number): boolean {
  const [verb, next] = [tokens[at - 1]?.text ?? '', tokens[at + 1]?.text ?? '']
  const before = at - 2 >= start ? (tokens[at - 2]?.text ?? '') : ''
  if (verb === 'do') return /^(forget|worry|hesitate)$/.test(next) && !/^(they|you|we|i|dynos|workers)$/.test(before)
  return verb === 'can' && next === 'wait' && (before === 'i' || before === 'we' || before === '')
}

function isPause(token: Token): boolean {
  return token.after === 'comma' || token.after === 'break'
}
