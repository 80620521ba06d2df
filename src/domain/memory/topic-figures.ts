import { rememberTeam, type TeamRound } from './team-memory.ts'

export type TopicFigures = {
  topic: string
  /** Rounds with at least one answer. */
  asked: number
  answered: number
  correct: number
  /** The expected share of correct answers today, from 0 to 1. */
  expected: number
  /** The most people in one of its rounds. */
  most: number
}

/** Figures for fewer people than this would reveal personal results. */
const fewest = 3

/** All topics of these rounds, lowest expected share first. */
export function topicFigures(rounds: readonly TeamRound[], date: string): TopicFigures[] {
  const memory = rememberTeam(rounds)
  const answered = rounds.filter((round) => round.answered > 0)
  return [...Map.groupBy(answered, ({ topic }) => topic)]
    .map(([topic, those]) => ({
      topic,
      asked: those.length,
      answered: those.reduce((sum, round) => sum + round.answered, 0),
      correct: those.reduce((sum, round) => sum + round.correct, 0),
      expected: memory.expects({ topic }, date),
      most: Math.max(...those.map((round) => round.answered)),
    }))
    .toSorted((a, b) => a.expected - b.expected || a.topic.localeCompare(b.topic))
}

/** The figures that may be shown publicly. Excludes topics that only one or two people ever answered. */
export function publicTopics(figures: readonly TopicFigures[]): TopicFigures[] {
  return figures.filter(({ most }) => most >= fewest)
}
