import type { Token } from '../text/token.ts'
import { afterAnswer, liftedBy, limiting } from './negation-words.ts'

/** Whether the negator at this position only looks like one: "not only", "no more than", "No, it is", "isn't it?". */
export function isLifted(
  { tokens, start, end, question }: { tokens: readonly Token[]; start: number; end: number; question: boolean },
  at: number,
): boolean {
  const word = tokens[at]?.text ?? ''
  const next = at + 1 < end ? tokens[at + 1] : undefined
  if (next === undefined || isPause(next)) return true
  if (liftedBy.get(word)?.has(next.text)) return true
  if (tokens[at - 1]?.text === 'or' && tokens[at - 2]?.text === 'whether') return true
  const limits = (word === 'no' || word === 'not') && limiting.has(next.text) && tokens[at + 2]?.text === 'than'
  if (limits) return true
  if (word === 'no' && at === start) return afterAnswer.has(next.text)
  const contracted = tokens[at]?.from === tokens[at - 1]?.from
  return word === 'not' && question && contracted && at <= start + 1
}

function isPause(token: Token): boolean {
  return token.after === 'comma' || token.after === 'break'
}
