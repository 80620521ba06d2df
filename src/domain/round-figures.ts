import { type KnownMisconception, misconceptionsOf } from './rubric/misconceptions-of.ts'
import type { Rubric, Verdict } from './rubric/rubric.ts'

export type RoundFigures = {
  players: number
  correct: number
  /** The share of players, 0 to 1, who got each point, by its id. Empty if nobody answered. */
  pointShares: Map<string, number>
  commonMisconception?: KnownMisconception
  /** The name of the first player with a correct answer. */
  firstCorrect?: string
  /** The names of the players with the most points, at most three. Empty if nobody has points. */
  best: string[]
}

/** The best answer of one player. `points` and `misconceptions` include all of their attempts. */
export type PlayersBest = {
  name: string
  verdict: Verdict
  points: number
  found: readonly string[]
  misconceptions: readonly string[]
  receivedAt: Date
}

const bestNamed = 3

export function roundFigures(rubric: Rubric, answers: readonly PlayersBest[]): RoundFigures {
  const correct = answers.filter((answer) => answer.verdict === 'correct')
  const first = correct.toSorted((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime())[0]
  const most = Math.max(0, ...answers.map((answer) => answer.points))
  const misconception = mostCommon(answers.flatMap((answer) => answer.misconceptions))
  const known = misconceptionsOf(rubric).find((one) => one.id === misconception)
  return {
    players: answers.length,
    correct: correct.length,
    pointShares: new Map(
      answers.length === 0
        ? []
        : rubric.points.map((point) => [
            point.id,
            answers.filter((answer) => answer.found.includes(point.id)).length / answers.length,
          ]),
    ),
    ...(known ? { commonMisconception: known } : {}),
    ...(first ? { firstCorrect: first.name } : {}),
    best:
      most === 0
        ? []
        : answers
            .filter((answer) => answer.points === most)
            .slice(0, bestNamed)
            .map((answer) => answer.name),
  }
}

function mostCommon(ids: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0]
}
