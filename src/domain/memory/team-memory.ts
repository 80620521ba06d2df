import type { Difficulty } from '../question.ts'
import { recall, retraced, type Trace } from './fade.ts'
import { dot, fitWeights, type Lesson, logistic, logOdds, type Prior } from './fit-weights.ts'

export type TeamRound = {
  /** In its channel's zone, `2026-01-31`. */
  date: string
  topic: string
  difficulty: Difficulty
  answered: number
  correct: number
}

export type TeamMemory = {
  /**
   * The expected share of correct answers on a date, from 0 to 1. Without a difficulty, it is for the team's usual one.
   */
  expects(about: { topic: string; difficulty?: Difficulty }, date: string): number
  /** The memory after a question with the expected outcome. The learned weights stay the same. */
  after(about: { topic: string; difficulty: Difficulty }, date: string): TeamMemory
}

/** Many answers to one question show less about a team than the same number of answers to many questions. */
const mostCounted = 8
/** The number of answers at which the mean of a topic or a difficulty has half of its weight. */
const topicHalf = 8
const difficultyHalf = 10
/** The recall in FSRS on the day when an average topic is repeated. */
const usualRecall = 0.8

/**
 * The initial weights of the four signals of a prediction, in the order of `signsOf`: the level, the mean of the topic,
 * the mean of the difficulty, and the recall in FSRS. They were fitted to simulated channels, which aren't used in the
 * benchmark. A channel's own rounds change them.
 */
export const usualPriors: readonly Prior[] = [
  { start: 0, hold: 10 },
  { start: 0.6, hold: 10 },
  { start: 0.8, hold: 10 },
  { start: 0.25, hold: 10 },
]

type Tally = { count: number; sum: number }
type Known = {
  all: Tally
  topics: Map<string, Tally & { trace: Trace }>
  /** The difference from the topic's mean. */
  difficulties: Map<Difficulty, Tally>
}

/** Builds a team's memory from its rounds, oldest first. Ignores rounds without answers. */
export function rememberTeam(rounds: readonly TeamRound[], priors: readonly Prior[] = usualPriors): TeamMemory {
  const known: Known = { all: { count: 0, sum: 0 }, topics: new Map(), difficulties: new Map() }
  const lessons: Lesson[] = []
  for (const round of rounds) {
    if (round.answered === 0) continue
    const day = dayOf(round.date)
    const share = round.correct / round.answered
    const count = Math.min(round.answered, mostCounted)
    lessons.push({ ...signsOf(known, round, day), share, count })
    learn(known, round, { day, share, count })
  }
  return memoryOf(known, fitWeights(lessons, priors))
}

function memoryOf(known: Known, weights: readonly number[]): TeamMemory {
  const expects: TeamMemory['expects'] = (about, date) => {
    const { base, signs } = signsOf(known, about, dayOf(date))
    return logistic(base + dot(signs, weights))
  }
  return {
    expects,
    after(about, date) {
      const { all, topics, difficulties } = known
      const next = { all: { ...all }, topics: new Map(topics), difficulties: new Map(difficulties) }
      learn(next, about, { day: dayOf(date), share: expects(about, date), count: mostCounted })
      return memoryOf(next, weights)
    },
  }
}

function signsOf(
  { all, topics, difficulties }: Known,
  { topic, difficulty }: { topic: string; difficulty?: Difficulty },
  day: number,
): Pick<Lesson, 'base' | 'signs'> {
  const mean = meanOf(all)
  const base = logOdds(mean)
  const known = topics.get(topic)
  const eased = difficulty && difficulties.get(difficulty)
  const trace = known && Math.min(0.99, Math.max(0.01, recall(known.trace, day)))
  return {
    base,
    signs: [
      1,
      logOdds(topicMean(known, mean)) - base,
      eased ? eased.sum / (eased.count + difficultyHalf) / (mean * (1 - mean)) : 0,
      trace === undefined ? 0 : logOdds(trace) - logOdds(usualRecall),
    ],
  }
}

function learn(
  { all, topics, difficulties }: Known,
  { topic, difficulty }: Pick<TeamRound, 'topic' | 'difficulty'>,
  { day, share, count }: { day: number; share: number; count: number },
): void {
  const known = topics.get(topic)
  const eased = difficulties.get(difficulty) ?? { count: 0, sum: 0 }
  const surprise = share - topicMean(known, meanOf(all))
  difficulties.set(difficulty, added(eased, count, surprise))
  topics.set(topic, {
    ...added(known ?? { count: 0, sum: 0 }, count, share),
    trace: retraced(known?.trace, share, day),
  })
  Object.assign(all, added(all, count, share))
}

function added({ count, sum }: Tally, more: number, value: number): Tally {
  return { count: count + more, sum: sum + more * value }
}

/** Never exactly 0 or 1. It is one half without data. */
function meanOf({ count, sum }: Tally): number {
  return (sum + 2) / (count + 4)
}

function topicMean(known: Tally | undefined, mean: number): number {
  return known ? (known.sum + topicHalf * mean) / (known.count + topicHalf) : mean
}

/** Converts `2026-01-31` to a number of days. */
export function dayOf(date: string): number {
  return Date.parse(date) / 86_400_000
}
