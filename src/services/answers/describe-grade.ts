import type { Answer } from '../../domain/answer.ts'
import { feedback } from '../../messages/feedback.ts'
import type { Message } from '../../ports/message.ts'
import type { Deps } from '../deps.ts'

/** What the player is told of a graded answer; nothing where it has no grade. */
export async function describeGrade(deps: Pick<Deps, 'store' | 'bank'>, answer: Answer): Promise<Message | undefined> {
  const [grade, round, mine] = await Promise.all([
    deps.store.grades.newest(answer.id),
    deps.store.rounds.find(answer.roundId),
    deps.store.answers.ofPlayer(answer.roundId, answer.playerId),
  ])
  if (!grade || !round) return undefined
  const { question } = await deps.bank.find(round.questionId, round.questionVersion)
  return feedback({
    question,
    text: answer.text,
    grade,
    points: grade.earnedInAll,
    attemptsLeft: Math.max(0, round.attempts - mine.length),
    answerId: answer.id,
    roundId: round.id,
    closed: round.state === 'closed',
  })
}
