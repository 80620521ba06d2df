import { answersNo, confirming, plainlyUntrue, untrue, verdictFillers } from './reject-words.ts'
import { type Sentence, wordAt } from './sentence.ts'

/**
 * Where a verdict on the previous words begins: ", but that's wrong", ": nonsense!", ", NOT!", "is a lie". It is the
 * start of the sentence if the whole sentence is a verdict ("That's not true.").
 */
export function verdictStart(sentence: Sentence): number | undefined {
  const { tokens, start, end } = sentence
  let called = false
  let word = ''
  for (let at = end - 1; at >= start && at >= end - longestVerdict; at--) {
    word = wordAt(sentence, at)
    const next = wordAt(sentence, at + 1)
    if (untrue.has(word) || (word === 'not' && (at === end - 1 || confirming.has(next)))) called = true
    else if (!verdictFillers.has(word) && !(confirming.has(word) && wordAt(sentence, at - 1) === 'not')) break
    if (!called) continue
    if (at === start) return isWholeVerdict(sentence) ? start : undefined
    const after = tokens[at]?.after
    if ((after === 'comma' || after === 'break') && isVerdictOn(sentence, at)) return at
    if (word === 'is' && isPredicate(sentence, at)) return at
  }
  return undefined
}

const longestVerdict = 8

/** "Wrong." and "That's wrong." are verdicts. "Not." isn't, and "Incorrect path" is excluded by the caller. */
function isWholeVerdict({ start, end, tokens }: Sentence): boolean {
  return start > 0 && !(end - start === 1 && tokens[start]?.text === 'not')
}

/** Settings aren't verdicts: "required: false", "tls: {rejectUnauthorized: false}", `{"a": 1, "required": false}`. */
function isVerdictOn(sentence: Sentence, at: number): boolean {
  const { tokens, start, end } = sentence
  const before = tokens[at - 1]
  if (end - at > 1 || !/^(false|wrong|incorrect|garbage|not)$/.test(wordAt(sentence, at))) return true
  const key = wordAt(sentence, at) === 'false' && (before?.after === 'comma' || before?.after === 'break')
  return at - start >= 2 && !key && before?.word.real === true && !before.code
}

/** "Files survive a restart is nonsense" and "That it survives is wrong" are verdicts; "the port is wrong" isn't. */
function isPredicate(sentence: Sentence, at: number): boolean {
  const { tokens, start, end } = sentence
  const verdict = tokens.slice(at + 1, end)
  const opens = wordAt(sentence, start)
  const named =
    opens === 'that' || opens === 'saying' || /^(idea|claim|statement|belief|notion)$/.test(wordAt(sentence, start + 1))
  if (at - start < 2 || (named && at - start < shortestStatement)) return false
  if (named || verdict.some(({ text }) => plainlyUntrue.has(text))) return at - start >= 2
  const before = tokens[at - 1]
  return (
    verdict.some(({ text }) => text === 'false') &&
    at - start >= shortestStatement &&
    before?.word.real === true &&
    !before.code
  )
}

const shortestStatement = 3

/** Whether the answer rejects its own question: "W? No. R", "W? Nope, R". */
export function saysNo(sentence: Sentence): boolean {
  const { tokens, start, end } = sentence
  const [first, next] = [wordAt(sentence, start), tokens[start + 1]]
  if (!answersNo.has(first)) return false
  if (start + 1 >= end || next === undefined || next.after === 'comma' || next.after === 'break') return true
  return first === 'nope' || first === 'nah' || (first === 'not' && /^(at|really|true|quite)$/.test(next.text))
}
