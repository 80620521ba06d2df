import type { ReadText } from '../text/token.ts'
import {
  betweenHolder,
  contrasts,
  doubting,
  formerly,
  holding,
  reportedHolders,
  stating,
  untrue,
} from './reject-words.ts'
import { type Sentence, wordAt } from './sentence.ts'
import { saysNo, verdictStart } from './verdicts.ts'

/**
 * Positions that an answer calls a mistake: "it's a myth that ...", "people think ..., but", "...: wrong!", "...? No.",
 * the text before "EDIT:", and text that is struck through. They earn nothing and cost nothing. Undefined if there are
 * none.
 */
export function findRejected(text: ReadText): Uint8Array | undefined {
  const rejected = new Uint8Array(text.tokens.length)
  const before = { start: 0, end: 0, question: false }
  let start = 0
  text.sentenceEnds.forEach((end, i) => {
    const sentence = { tokens: text.tokens, start, end }
    rejectReported(sentence, rejected)
    rejectAfter(sentence, rejected)
    rejectCorrected(sentence, rejected)
    const verdict = verdictStart(sentence)
    if (verdict === start || (before.question && saysNo(sentence))) rejected.fill(1, before.start, before.end)
    else if (verdict !== undefined) rejected.fill(1, start, verdict)
    Object.assign(before, { start, end, question: text.questions[i] ?? false })
    start = end
  })
  rejectStruck(text, rejected)
  return rejected.includes(1) ? rejected : undefined
}

/** Rejects a reported opinion up to the contrast: "People think W, but R", "I used to think W". */
function rejectReported(sentence: Sentence, rejected: Uint8Array): void {
  for (let at = sentence.start; at < sentence.end; at++) {
    if (!holding.has(wordAt(sentence, at)) || !isReported(sentence, at)) continue
    const end = contrastAfter(sentence, at + 1)
    rejected.fill(1, at + 1, end)
    at = end - 1
  }
}

const farthestHolder = 5

function isReported(sentence: Sentence, verb: number): boolean {
  const past = /(ed|thought|said)$/.test(wordAt(sentence, verb))
  for (let at = verb - 1; at >= sentence.start && at >= verb - farthestHolder; at--) {
    const word = wordAt(sentence, at)
    if (reportedHolders.has(word)) return true
    if (word === 'i' || word === 'we') {
      const early = wordAt(sentence, at - 1) === 'first' || wordAt(sentence, at + 1) === 'used'
      return early || (past && formerly.has(wordAt(sentence, at + 1))) || (past && hasContrast(sentence, verb))
    }
    if (!betweenHolder.has(word) && !formerly.has(word)) return false
  }
  return false
}

function hasContrast(sentence: Sentence, from: number): boolean {
  return contrastAfter(sentence, from + 1) < sentence.end
}

/** Where the answer's own statement continues after a reported or rejected one. */
function contrastAfter(sentence: Sentence, from: number): number {
  const { tokens, end } = sentence
  for (let at = from; at < end; at++) {
    const [word, next] = [wordAt(sentence, at), wordAt(sentence, at + 1)]
    if (contrasts.has(word) && at > from) return at
    if (
      (word === 'in' && (next === 'fact' || next === 'reality' || next === 'truth')) ||
      (word === 'turns' && next === 'out')
    )
      return at
    const after = tokens[at]?.after
    if (after === 'break' && at > from) return at
    if (after === 'comma' && at > from && startsOwn.has(word)) return at
  }
  return end
}

const startsOwn = new Set('it they that this these i we he she there which because since while as'.split(' '))

/** Rejects the statement after a verdict: "It's a myth that R", "I doubt that R", "wrong to think R". */
function rejectAfter(sentence: Sentence, rejected: Uint8Array): void {
  for (let at = sentence.start; at < sentence.end; at++) {
    const word = wordAt(sentence, at)
    const doubts = doubting.has(word)
    if (
      (!doubts && !untrue.has(word) && word !== 'mistake' && word !== 'belief' && word !== 'idea') ||
      isDenied(sentence, at)
    )
      continue
    const from = statementAfter(sentence, at, doubts)
    if (from === undefined) continue
    const called = word === 'belief' || word === 'idea'
    // In "The idea that R is wrong", the verdict comes at the end.
    if (called && !/^(false|mistaken|wrong|common|popular)$/.test(wordAt(sentence, at - 1))) continue
    const end = contrastAfter(sentence, from)
    rejected.fill(1, from, end)
    at = Math.max(at, end - 1)
  }
}

function statementAfter(sentence: Sentence, at: number, doubts: boolean): number | undefined {
  const [next, second] = [wordAt(sentence, at + 1), wordAt(sentence, at + 2)]
  if (next === 'that' || next === 'whether') return at + 2
  if (doubts && next !== '' && isTogether(sentence, at + 1)) return at + 1
  if (next === 'to' && stating.has(second)) return at + 3
  return undefined
}

function isTogether({ tokens }: Sentence, at: number): boolean {
  const after = tokens[at]?.after
  return after === 'space' || after === 'joined'
}

/** "no doubt", "I don't doubt", "without a doubt". */
function isDenied(sentence: Sentence, at: number): boolean {
  for (let before = at - 1; before >= at - 3; before--) {
    const word = wordAt(sentence, before)
    if (word === 'no' || word === 'not' || word === 'without' || word === 'never' || word === 'nobody') return true
  }
  return false
}

/** Rejects everything before a correction: "W. EDIT: R", "W, wait no, R", "W, scratch that, R". */
function rejectCorrected(sentence: Sentence, rejected: Uint8Array): void {
  const { tokens, start, end } = sentence
  for (let at = start; at < end; at++) {
    const [word, next] = [wordAt(sentence, at), wordAt(sentence, at + 1)]
    const paused = at === start || tokens[at]?.after === 'comma' || tokens[at]?.after === 'break'
    if (!paused || at === 0) continue
    const edits = (word === 'edit' || word === 'correction') && tokens[at + 1]?.after === 'break' && !adding.has(next)
    const waits =
      (word === 'wait' && (next === 'no' || tokens[at + 1]?.after === 'comma')) || (word === 'no' && next === 'wait')
    const scratches = (word === 'scratch' && next === 'that') || (word === 'strike' && next === 'that')
    const meant =
      (word === 'sorry' || word === 'oops') && wordAt(sentence, at + 1) === 'i' && wordAt(sentence, at + 2) === 'meant'
    if (edits || waits || scratches || meant) rejected.fill(1, 0, at)
  }
}

const adding = new Set('also plus and typo to more added adding'.split(' '))

// Text that is struck through, in the notation of Slack or Discord.
const struck = /(?<![\p{L}\p{N}~])(~~?)(?=[^\s~])([^~\n]*[^\s~])\1(?![\p{L}\p{N}~])/gu

function rejectStruck({ folded, tokens }: ReadText, rejected: Uint8Array): void {
  if (!folded.lower.includes('~')) return
  let at = 0
  for (const match of folded.lower.matchAll(struck)) {
    const end = match.index + match[0].length
    while (at < tokens.length && (tokens[at]?.from ?? 0) < match.index) at++
    while (at < tokens.length && (tokens[at]?.from ?? 0) < end) rejected[at++] = 1
  }
}
