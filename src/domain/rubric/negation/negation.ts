import type { ReadText, Token } from '../text/token.ts'
import { type BareList, findBareLists } from './bare-lists.ts'
import { closesReach, opensClause, startsAdjunct } from './clauses.ts'
import { startsMainClause } from './fronted.ts'
import { isLifted } from './lifted-negation.ts'
import { contrasting, hypothetical, negatedPredicates, pairedNegators } from './negation-words.ts'
import { findOptions, type Options } from './options.ts'
import { findRejected } from './rejections.ts'

/**
 * For each position, the positions of the negators that apply to it. An odd number of them negates, and an even number
 * cancels out. Absent if the text contains no negator.
 */
export type Negation = readonly (readonly number[])[]

/** The clauses, negations and rejections in a text. */
export type Stance = {
  clauses: readonly number[]
  negation: Negation | undefined
  /** Per position, whether the answer calls it a mistake. Such words earn nothing and cost nothing. */
  rejected: Uint8Array | undefined
  /**
   * Per position, whether it describes what isn't the case ("whereas ...", "would ..."). Misconceptions there don't
   * count.
   */
  aside: Uint8Array
  /** Alternative numbers of which the answer doesn't choose one. */
  options: Options
  bare: readonly (BareList | undefined)[]
}

export function readStance(text: ReadText): Stance {
  const reach = text.tokens.some((token) => token.word.negator) ? startReach(text) : undefined
  const clauses: number[] = []
  const aside = new Uint8Array(text.tokens.length)
  readSentences(text, { reach, clauses, aside })
  return {
    clauses,
    negation: reach,
    rejected: findRejected(text),
    aside,
    options: findOptions(text),
    bare: findBareLists(text),
  }
}

export function findNegation(text: ReadText): Negation | undefined {
  return readStance(text).negation
}

type Reach = (readonly number[])[]
type Found = { reach: Reach | undefined; clauses: number[]; aside: Uint8Array }

function startReach({ tokens }: ReadText): Reach {
  return new Array(tokens.length).fill(nobody)
}

function readSentences(text: ReadText, found: Found): void {
  const { tokens } = text
  let start = 0
  text.sentenceEnds.forEach((end, i) => {
    const sentence = { tokens, start, end, question: text.questions[i] ?? false }
    markClauses(sentence, found)
    if (found.reach !== undefined) readSentence(sentence, found.reach)
    start = end
  })
  const { reach } = found
  if (reach === undefined) return
  tokens.forEach((token, at) => {
    if (token.text === 'non') reachOfNon(tokens, at, reach)
  })
}

/** Numbers the clauses, and marks those that describe what isn't the case. */
function markClauses({ tokens, start, end, question }: Sentence, { clauses, aside }: Found): void {
  let number = (clauses.at(-1) ?? -1) + 1
  let begin = start
  let unreal = question
  for (let at = start; at < end; at++) {
    const word = tokens[at]?.text ?? ''
    if (at > start && opensClause(tokens, at, end, undefined) === 'clause' && !isAttached(tokens[at])) {
      number++
      // A relative clause belongs to the previous clause: "unlike the Procfile, which counts at every release".
      if (!relatives.has(word)) unreal = question
    }
    if (tokens[at]?.after === 'comma' || tokens[at]?.after === 'break') begin = at
    clauses.push(number)
    const second = tokens[at + 1]?.text
    if (
      contrasting.has(word) ||
      (word === 'as' && second === 'opposed') ||
      (word === 'compared' && (second === 'to' || second === 'with'))
    )
      unreal = true
    else if (hypothetical.has(word) || (word === 'used' && second === 'to' && usedTo.has(tokens[at - 1]?.text ?? ''))) {
      unreal = true
      aside.fill(1, begin, at)
    }
    if (unreal) aside[at] = 1
  }
}

/** A clause includes its adverbial: "delayed by 30 minutes when the dyno sleeps". */
function isAttached(token: Token | undefined): boolean {
  return token !== undefined && circumstances.has(token.text) && token.after !== 'comma' && token.after !== 'break'
}

const circumstances = new Set('when whenever if until till unless after before once so then'.split(' '))
const relatives = new Set('which who whose where that'.split(' '))
const usedTo = new Set('it they we i you he she that dynos heroku'.split(' '))

/** Whether the word at this position is a negator, including ones that don't negate here. */
export function isNegator(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token === undefined || !token.word.negator || token.text === 'non') return false
  const second = pairedNegators.get(token.text)
  return second === undefined || tokens[at + 1]?.text === second
}

type Sentence = { tokens: readonly Token[]; start: number; end: number; question: boolean }

const nobody: readonly number[] = []

// Two negators cancel out, so longer chains change nothing. The limit keeps the cost linear.
const mostNested = 8

function readSentence(sentence: Sentence, reach: Reach): void {
  const { tokens, start, end } = sentence
  let active = nobody
  // `subject`: the start of the subject of "is not possible". `joint`: the position of the last "and" or comma since
  // the last negator.
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
      // In "no restarts, no sleeping" the negators are independent; in "not without" they are nested.
      if (joint >= 0) reach.fill(nobody, joint, at)
      if (joint >= 0 || length === 2 || tokens[at]?.text === 'nor') active = nobody
      joint = -1
      if (isElliptic(sentence, at)) reachBack(reach, subject, at - 1)
      else if (!isLifted(sentence, at)) {
        active = [...active, at].slice(-mostNested)
        if (negatedPredicates.has(tokens[at + length]?.text ?? '')) reachBack(reach, subject, at)
      }
      at += length - 1
      continue
    }
    if (tokens[at]?.text === 'and') subject = at + 1
    if (negator !== undefined && at > negator + 1) {
      if (startsAdjunct(tokens, at) || startsMainClause(tokens, at, { begin: subject, negator, end })) forget(at)
    }
    reach[at] = active
    if (active.length > 0 && closesReach(tokens, at)) forget(at + 1)
  }
}

/** The subject is negated: "Only Enterprise; teams can't", "collaborators do not have it". */
function isElliptic({ tokens, start, end, question }: Sentence, at: number): boolean {
  if (tokens[at]?.text !== 'not' || question || at < start + 2 || !auxiliaries.has(tokens[at - 1]?.text ?? ''))
    return false
  const next = at + 1 < end ? tokens[at + 1] : undefined
  return next === undefined || next.after === 'comma' || next.after === 'break'
}

const auxiliaries = new Set('can do does did is are was were will could should has have'.split(' '))

/** The negator applies to the words before it: "Sleeping is not possible". */
function reachBack(reach: Reach, from: number, negator: number): void {
  for (let at = from; at < negator; at++) reach[at] = [...(reach[at] ?? nobody), negator].slice(-mostNested)
}

/** "non-web" negates the joined words, "non persistent" the next word. */
function reachOfNon(tokens: readonly Token[], non: number, reach: Reach): void {
  for (let at = non + 1; at < tokens.length; at++) {
    if (at > non + 1 && tokens[at]?.chunk !== tokens[non]?.chunk) return
    reach[at] = [...(reach[at] ?? nobody), non]
  }
}
