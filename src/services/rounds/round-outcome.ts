import type { Question } from '../../domain/question.ts'
import type { Round } from '../../domain/round.ts'
import { type RoundFigures, roundFigures } from '../../domain/round-figures.ts'
import { playerName } from '../../messages/board.ts'
import type { Deps } from '../deps.ts'

export async function roundOutcome(
  deps: Pick<Deps, 'store' | 'bank'>,
  round: Round,
): Promise<{ question: Question; figures: RoundFigures; waiting: number }> {
  const { question } = await deps.bank.find(round)
  const { best, waiting } = await deps.store.answers.ofRound(round.id)
  const figures = roundFigures(
    question.rubric,
    best.map(({ answer, grade, playerName: name, points, misconceptions }) => ({
      name: playerName(name),
      verdict: grade.verdict,
      points,
      found: grade.points.filter((point) => point.found).map((point) => point.id),
      misconceptions,
      receivedAt: answer.receivedAt,
    })),
  )
  return { question, figures, waiting }
}
