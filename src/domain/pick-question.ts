import type { TeamMemory } from './memory/team-memory.ts'
import { topicPlaces } from './memory/topic-places.ts'
import { packOf } from './packs/own-questions.ts'
import type { Difficulty } from './question.ts'

export type QuestionSummary = { id: string; version: string; topic: string; difficulty: Difficulty }

export type AskedQuestion = { questionId: string; askedAt: Date }

export type QuestionFilter = {
  /** Empty means all topics. */
  topics: readonly string[]
  difficulty?: Difficulty
  /** Ids of questions that must not be asked now. */
  secret?: ReadonlySet<string>
}

/**
 * How a channel's next topic is chosen: `turns` takes the least recently asked topic, `memory` takes the one that the
 * team is expected to recall least.
 */
export const questionOrders = ['turns', 'memory'] as const
export type QuestionOrder = (typeof questionOrders)[number]

/** The share of a team that is expected to answer a topic correctly on the day of the question. */
export type Recall = (topic: string) => number

/**
 * Chooses the next question of a channel; undefined if nothing passes the filter. Pinned questions come first, then
 * those never asked there, then the one asked longest ago. Questions never asked are ordered by the least recently
 * asked pack, then topic, then difficulty. The seed breaks ties, so the same seed gives the same question. With
 * `recall`, the topic that is recalled least replaces the one asked least recently. This also applies to questions
 * asked before, of which only the older half is eligible.
 */
export function pickQuestion(
  bank: readonly QuestionSummary[],
  asked: readonly AskedQuestion[],
  filter: QuestionFilter & { pinned: readonly string[]; recall?: Recall },
  seed: string,
): QuestionSummary | undefined {
  const lastAsked = lastAskedAt(asked)
  for (const id of filter.pinned) {
    const pinned = bank.find((question) => question.id === id)
    if (pinned && !filter.secret?.has(id)) return pinned
  }
  const wanted = bank.filter((question) => fits(question, filter))
  const fresh = wanted.filter((question) => !lastAsked.has(question.id))
  const topicAge = newestBy(bank, lastAsked, (question) => question.topic)
  const topicPlace = filter.recall ? topicPlaces(wanted, topicAge, filter.recall) : topicAge
  if (fresh.length === 0) return again(wanted, lastAsked, filter.recall && topicPlace)
  const packAge = newestBy(bank, lastAsked, (question) => String(packOf(question.id)))
  const difficultyAge = newestBy(bank, lastAsked, (question) => question.difficulty)
  // For speed, because thousands of channels are asked in the same minute: each question is visited once and hashed
  // only to break ties.
  const seeded = hash(`${seed} `)
  const steps = [
    keepLeast((question: QuestionSummary) => packAge.get(String(packOf(question.id))) ?? 0),
    keepLeast((question: QuestionSummary) => topicPlace.get(question.topic) ?? 0),
    keepLeast((question: QuestionSummary) => difficultyAge.get(question.difficulty) ?? 0),
    keepLeast((question: QuestionSummary) => hash(question.id, seeded)),
  ]
  const equals = steps.reduce((left, step) => step(left), fresh)
  return equals.toSorted((a, b) => a.id.localeCompare(b.id))[0]
}

function keepLeast<One>(numberOf: (one: One) => number): (list: readonly One[]) => One[] {
  return (list) => {
    const numbers = list.map(numberOf)
    const least = numbers.reduce((lowest, number) => Math.min(lowest, number), Number.POSITIVE_INFINITY)
    return list.filter((_, place) => numbers[place] === least)
  }
}

export function pickSeed(channelId: number, localDate: string, asked: readonly AskedQuestion[]): string {
  return `${channelId} ${localDate} ${asked.length}`
}

/**
 * The questions of the next posts, assuming that no other questions are asked in between. Returns fewer if the filter
 * runs out. With a memory, each question is assumed to have the expected outcome, so only the first one is certain.
 */
export function nextPicks(
  bank: readonly QuestionSummary[],
  asked: readonly AskedQuestion[],
  filter: QuestionFilter & { pinned: readonly string[]; memory?: TeamMemory | undefined },
  channelId: number,
  posts: readonly { localDate: string; at: Date }[],
): QuestionSummary[] {
  const picks: QuestionSummary[] = []
  let history = [...asked]
  let { pinned, memory } = filter
  for (const { localDate, at } of posts) {
    const wanted = { ...filter, pinned, ...recallOf(memory, localDate) }
    const pick = pickQuestion(bank, history, wanted, pickSeed(channelId, localDate, history))
    if (!pick) break
    picks.push(pick)
    memory = memory?.after(pick, localDate)
    pinned = pinned.filter((id) => id !== pick.id)
    history = [...history.filter(({ questionId }) => questionId !== pick.id), { questionId: pick.id, askedAt: at }]
  }
  return picks
}

/** The filter's `recall` for a date; empty without a memory. */
export function recallOf(memory: TeamMemory | undefined, date: string): { recall?: Recall } {
  return memory ? { recall: (topic) => memory.expects({ topic }, date) } : {}
}

export function unaskedCount(
  bank: readonly QuestionSummary[],
  asked: readonly AskedQuestion[],
  filter: QuestionFilter,
): number {
  const lastAsked = lastAskedAt(asked)
  return bank.filter((question) => fits(question, filter) && !lastAsked.has(question.id)).length
}

function fits(question: QuestionSummary, filter: QuestionFilter): boolean {
  return (
    !filter.secret?.has(question.id) &&
    (filter.topics.length === 0 || filter.topics.includes(question.topic)) &&
    (filter.difficulty === undefined || filter.difficulty === question.difficulty)
  )
}

function lastAskedAt(asked: readonly AskedQuestion[]): Map<string, number> {
  const last = new Map<string, number>()
  for (const { questionId, askedAt } of asked) {
    last.set(questionId, Math.max(last.get(questionId) ?? 0, askedAt.getTime()))
  }
  return last
}

/**
 * Chooses the question asked longest ago. With `topicPlace`, it is one in the older half of the topic with the lowest
 * place.
 */
function again(
  wanted: readonly QuestionSummary[],
  lastAsked: Map<string, number>,
  topicPlace: ReadonlyMap<string, number> | undefined,
): QuestionSummary | undefined {
  const oldest = wanted.toSorted(
    (a, b) => (lastAsked.get(a.id) ?? 0) - (lastAsked.get(b.id) ?? 0) || a.id.localeCompare(b.id),
  )
  if (!topicPlace) return oldest[0]
  const older = oldest.slice(0, Math.ceil(oldest.length / 2))
  return older.toSorted((a, b) => (topicPlace.get(a.topic) ?? 0) - (topicPlace.get(b.topic) ?? 0))[0]
}

function newestBy(
  bank: readonly QuestionSummary[],
  lastAsked: Map<string, number>,
  key: (question: QuestionSummary) => string,
): Map<string, number> {
  const newest = new Map<string, number>()
  for (const question of bank) {
    const at = lastAsked.get(question.id)
    if (at !== undefined) newest.set(key(question), Math.max(newest.get(key(question)) ?? 0, at))
  }
  return newest
}

/**
 * FNV-1a, 32 bits, continuing from the hash `before`. It only has to distribute ids evenly. Source: the FNV page by
 * Landon Curt Noll.
 */
function hash(text: string, before = 0x811c9dc5): number {
  let value = before
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  }
  return value >>> 0
}
