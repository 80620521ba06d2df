import { rememberTeam, type TeamRound } from './team-memory.ts'

/** How a team does in a topic. */
export type TopicFigures = {
  topic: string
  /** Rounds that somebody answered. */
  asked: number
  /** Answers, one per person and round. */
  answered: number
  correct: number
  /** The share that would be right today, from 0 to 1. */
  expected: number
  /** The most people in one of its rounds. */
  most: number
}

/** Fewer people than this aren't a team: what they know is personal. */
const fewest = 3

/** Every topic of these rounds, the one expected to be known least first. */
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

/** What may be shown to everyone with a link to the board: no topic that only one or two people ever answered. */
export function publicTopics(figures: readonly TopicFigures[]): TopicFigures[] {
  return figures.filter(({ most }) => most >= fewest)
}
