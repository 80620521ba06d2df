import { type Occurrence, occurrenceOf } from '../text/occurrence.ts'
import type { ReadText, Token } from '../text/token.ts'

/**
 * Where an answer says that it leaves a part open: "I don't know which command", "forgot its name", "not sure how".
 * Statements about others are ignored ("dynos don't know each other"). Undefined if nothing is left open.
 */
export function findGap({ tokens, sentenceEnds }: ReadText): Occurrence | undefined {
  let start = 0
  for (const end of sentenceEnds) {
    for (let at = start; at < end; at++) {
      const length = gapAt(tokens, at, { start, end })
      if (length === 0) continue
      const [first, last] = [tokens[at], tokens[at + length - 1]]
      if (first !== undefined && last !== undefined) return occurrenceOf(first, last, at, at + length)
    }
    start = end
  }
  return undefined
}

type Bounds = { start: number; end: number }

/** The number of words of such a phrase at this position; 0 if there is none. */
function gapAt(tokens: readonly Token[], at: number, bounds: Bounds): number {
  const word = (ahead: number): string => (at + ahead < bounds.end ? (tokens[at + ahead]?.text ?? '') : '')
  switch (word(0)) {
    case 'idk':
    case 'dunno':
      return 1
    case 'not':
      return notKnowing(word, speaker(tokens, at, bounds))
    case 'no':
      return (word(1) === 'idea' || word(1) === 'clue') && speaker(tokens, at, bounds) !== 'other' ? 2 : 0
    case 'unsure':
      return speaker(tokens, at, bounds) === 'other' ? 0 : 1
    case 'forgot':
    case 'forget':
    case 'forgotten':
      return forgetting(word, speaker(tokens, at, bounds))
    case 'google':
      return speaker(tokens, at, bounds) === 'me' && (word(1) === 'it' || word(1) === 'that') ? 2 : 0
    case 'look':
      return speaker(tokens, at, bounds) === 'me' && lookedUp.has(word(1)) && word(2) === 'up' ? 3 : 0
    default:
      return 0
  }
}

type Word = (ahead: number) => string
/** `nobody`: the clause begins here without a subject, as in hurried writing. */
type Speaker = 'me' | 'nobody' | 'other'

/** Words between "I" and the negated verb: "I really can't", "I'm not". */
const between = new Set('do did can could am have would really honestly just also even simply got had to'.split(' '))
const opening = new Set('and but or just honestly sorry though although'.split(' '))
const lookedUp = new Set(['it', 'that', 'this'])

function speaker(tokens: readonly Token[], at: number, { start }: Bounds): Speaker {
  let before = at - 1
  while (before >= start && !isPause(tokens[before + 1]) && between.has(tokens[before]?.text ?? '')) before--
  if (before < start || isPause(tokens[before + 1])) return 'nobody'
  const word = tokens[before]?.text ?? ''
  if (word === 'i') return 'me'
  return opening.has(word) ? 'nobody' : 'other'
}

function isPause(token: Token | undefined): boolean {
  return token?.after === 'comma' || token?.after === 'break'
}

const degrees = new Set(
  'so too quite totally entirely completely really very exactly absolutely 100 percent'.split(' '),
)
const memories = new Set(['know', 'remember', 'recall'])

/** "not know which", "not sure". At the beginning of a clause, an object is required. */
function notKnowing(word: Word, who: Speaker): number {
  if (who === 'other') return 0
  if (memories.has(word(1))) return who === 'me' || objects.has(word(2)) || word(2) === '' ? 2 : 0
  let next = 1
  while (next < 4 && degrees.has(word(next))) next++
  if (word(next) !== 'sure' && word(next) !== 'certain') return 0
  return word(next + 1) === '' || doubted.has(word(next + 1)) ? next + 1 : 0
}

const objects = new Set('which what how when why where if whether the its exactly more'.split(' '))
const doubted = new Set('which what how when why where if whether about of anymore though but'.split(' '))
const questions = new Set('which what how where'.split(' '))
const names = new Set('name command flag number word term rest details exact'.split(' '))

/** "I forgot", "forgot its name". Excludes "forgot the worker dynos", which is an answer. */
function forgetting(word: Word, who: Speaker): number {
  if (who === 'other') return 0
  if (questions.has(word(1))) return 2
  return (word(1) === 'the' || word(1) === 'its') && names.has(word(2)) ? 3 : 0
}
