import type { Token } from '../text/token.ts'
import {
  adjuncts,
  afterObject,
  beforeOwnClause,
  clauseOpeners,
  negators,
  objects,
  objectsStand,
  pronouns,
  subjects,
  thirdPerson,
} from './negation-words.ts'

/**
 * Returns `clause` if the word at this position begins a clause to which an earlier negator doesn't apply, and `list`
 * if it continues a list to which the negator applies. `negator` is the position of that negator, if any.
 */
export function opensClause(
  tokens: readonly Token[],
  at: number,
  end: number,
  negator: number | undefined,
): 'clause' | 'list' | undefined {
  const token = tokens[at]
  if (token === undefined) return undefined
  if (token.after === 'break') return 'clause'
  const denying = negator === undefined ? undefined : tokens[negator]?.text
  if (token.after === 'comma') return denying !== undefined && listGoesOn(tokens, at, end, denying) ? 'list' : 'clause'
  if (clauseOpeners.has(token.text)) return negator === undefined || at > negator + 1 ? 'clause' : undefined
  if (pronouns.has(token.text)) return isSubject(tokens, at, end) ? 'clause' : undefined
  if (token.text !== 'and' && token.text !== 'or') return undefined
  const next = at + 1 < end ? (tokens[at + 1]?.text ?? '') : ''
  const second = at + 2 < end ? (tokens[at + 2]?.text ?? '') : ''
  if (subjects.has(next)) return 'clause'
  const verbal = denying === 'not' || denying === 'never' || denying === 'nothing'
  return verbal && (thirdPerson.has(next) || thirdPerson.has(second) || isPast(next, second)) ? 'clause' : 'list'
}

/** A pronoun with a verb is a subject, not the object of the previous verb: "if nobody visits it stays awake". */
function isSubject(tokens: readonly Token[], at: number, end: number): boolean {
  const [before, next] = [tokens[at - 1], tokens[at + 1]]
  if (before === undefined || next === undefined || at + 1 >= end) return false
  if (next.after === 'comma' || next.after === 'break' || afterObject.has(next.text)) return false
  return !beforeOwnClause.has(before.text) && !negators.has(before.text) && !asksFirst.has(before.text)
}

// The pronoun belongs to the word before it: "do you", "is it", "when it".
const asksFirst = new Set(
  'do does did is are was were can could will would should has have had what which who how why where if when while because so'.split(
    ' ',
  ),
)

/**
 * A noun with a past-tense verb is a clause: "... and Heroku killed it". In "not saved and deleted files", no noun
 * comes before the verb.
 */
function isPast(subject: string, verb: string): boolean {
  return verb.endsWith('ed') && !subject.endsWith('ed')
}

/** The adverbial isn't negated: "no traffic for 30 minutes", "not bound within 60 s", "not kept across restarts". */
export function startsAdjunct(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.text ?? ''
  const kind = adjuncts.get(word)
  if (kind === 'always') return true
  if (kind !== 'number') return false
  return [1, 2, 3].some(
    (ahead) => tokens[at + ahead]?.word.number && tokens[at + ahead]?.sentence === tokens[at]?.sentence,
  )
}

/** "does not survive a restart" negates the survival, but not the restart. */
export function closesReach(tokens: readonly Token[], at: number): boolean {
  return objectsStand.has(tokens[at]?.text ?? '')
}

// How far to look for a list after a comma ("does not sleep, restart or crash").
const longestItem = 2
const longestList = 24

function listGoesOn(tokens: readonly Token[], from: number, end: number, negator: string): boolean {
  const nominal = negator === 'no' || negator === 'without' || negator === 'neither'
  let item = 0
  for (let at = from; at < Math.min(end, from + longestList); at++) {
    const token = tokens[at]
    if (token === undefined || token.after === 'break') return false
    if (at > from && token.after === 'comma') item = 0
    const joins = token.text === 'or' || token.text === 'nor' || (token.text === 'and' && nominal)
    if (joins) return !subjects.has(tokens[at + 1]?.text ?? '')
    if (item === 0 && (subjects.has(token.text) || thirdPerson.has(token.text))) return false
    if (token.text === 'and' || objects.has(token.text) || clauseOpeners.has(token.text) || negators.has(token.text))
      return false
    item++
    if (item > longestItem) return false
  }
  return false
}
