import { readText } from '../rubric/text/read-text.ts'
import type { Token } from '../rubric/text/token.ts'
import { type Idea, readIdeas } from './read-ideas.ts'

/**
 * For a denial such as "don't sign": the pattern that matches the statement without the negation ("sign"), and the keys
 * of the ideas that the denial negates.
 */
export type Opposite = {
  pattern: string
  denied: string[]
  /** The denial has a condition, which is part of the pattern. */
  conditional: boolean
}

const words = (list: string): string[] => list.trim().split(/\s+/)
const setOf = (list: string): ReadonlySet<string> => new Set(words(list))

/**
 * What `@warnings` stands for in a draft. An answer that warns of something, or says when it happens, names it without
 * recommending it: "moving them is dangerous".
 */
export const warningWords = words(`
  avoid bad damage danger dangerous forbid* harm* hurt* mistake prohibit* refrain risk* stop unsafe worse wrong
  before if only unless until whether drop gone leave omit skip
`)

const deniers = setOf('not never nothing nobody')
const being = words('is are was were be been')
const helping = setOf('do does did can could may might must should shall will would need has have had')
const conditions = setOf('before until unless without after when if while except')
const joints = setOf('and but then always')

/** The maximum distance in words between the two words of a pattern. */
const nearby = 3

/** A pattern for the opposite of each denied verb: "move person" for "Don't move the person". */
export function oppositesOf(text: string): Opposite[] {
  const { tokens } = readText(text)
  const ideas = readIdeas(text)
  const byDenier = [...Map.groupBy(ideas, ({ deniedAt }) => deniedAt)]
  const denied = byDenier.flatMap(([at, group]) =>
    at === undefined ? [] : (oppositeOf(at, group, ideas, tokens) ?? []),
  )
  return [...denied, ...ideas.flatMap((idea) => avoided(idea, ideas, tokens) ?? [])]
}

function oppositeOf(
  denier: number,
  group: readonly Idea[],
  ideas: readonly Idea[],
  tokens: readonly Token[],
): Opposite | undefined {
  const [first, second = first] = group
  const word = tokens[denier]?.text ?? ''
  if (first === undefined || second === undefined || first.at < denier || !deniers.has(word)) return undefined
  const helper = tokens[denier - 1]?.text ?? ''
  const be = [helper, tokens[denier + 1]?.text ?? ''].some((one) => being.includes(one))
  // "Not your machine" and "never the database" deny no verb, so they have no opposite that an answer could state.
  if (word === 'not' ? !be && !helping.has(helper) : first.at > denier + (be || word === 'nothing' ? 2 : 1))
    return undefined
  const inside = ideas.filter(({ sentence }) => sentence === first.sentence)
  const subject = inside.findLast(({ at, negated }) => at < denier && !negated)?.text ?? []
  const isAlone = isCommand(tokens, denier, first.sentence)
  const said = be
    ? [subject, `(${being.join('|')})`, first.text].flat()
    : word !== 'nothing' && second !== first && second.at - first.at <= nearby
      ? [first.text, second.text]
      : isAlone
        ? [first.text]
        : [subject, word === 'nothing' ? '...' : [], first.text].flat(2)
  const condition = conditionAfter(second, inside, tokens)
  if (condition === undefined || (said.length < 2 && !isAlone)) return undefined
  return {
    pattern: `${said.join(' ').toLowerCase()}${condition}`,
    denied: group.map(({ key }) => key),
    conditional: condition !== '',
  }
}

/** "Don't sign before it is approved" only denies signing before that. */
function conditionAfter(last: Idea, inside: readonly Idea[], tokens: readonly Token[]): string | undefined {
  const at = tokens.findIndex(
    ({ sentence, text }, place) => place > last.at && sentence === last.sentence && conditions.has(text),
  )
  if (at < 0) return ''
  const then = inside.find((idea) => idea.at > at)
  return then && ` ... ${tokens[at]?.text} ... ${then.text.toLowerCase()}`
}

/** "Avoid force pushes" denies what comes after it, although "avoid" is no negation. */
function avoided(idea: Idea, ideas: readonly Idea[], tokens: readonly Token[]): Opposite | undefined {
  if (idea.text !== 'avoid' || idea.negated || !isCommand(tokens, idea.at, idea.sentence)) return undefined
  const [first, second] = ideas.filter(({ at, sentence }) => at > idea.at && sentence === idea.sentence)
  if (first === undefined || second === undefined || second.at - first.at > nearby) return undefined
  return { pattern: `${first.text} ${second.text}`.toLowerCase(), denied: [idea.key], conditional: false }
}

/** Whether the word at this position, or a "do" before it, begins a sentence or a part of one. */
function isCommand(tokens: readonly Token[], at: number, sentence: number): boolean {
  const before = tokens[tokens[at - 1]?.text === 'do' ? at - 2 : at - 1]
  return before?.sentence !== sentence || joints.has(before.text)
}
