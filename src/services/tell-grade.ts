import { feedback } from '../messages/feedback.ts'
import type { Deps } from './deps.ts'
import { tellIfReachable } from './tell-if-reachable.ts'

/**
 * Tells the player privately what the grade was. The chat recognises the key, so running twice tells once. Throws a
 * `ChatError` where the job should be tried again.
 */
export async function tellGrade(
  deps: Pick<Deps, 'store' | 'chat' | 'bank' | 'clock' | 'log'>,
  answerId: number,
): Promise<void> {
  const answer = await deps.store.answers.find(answerId)
  if (answer?.state !== 'graded') return
  const [grade, round, player] = await Promise.all([
    deps.store.grades.newest(answer.id),
    deps.store.rounds.find(answer.roundId),
    deps.store.players.find(answer.playerId),
  ])
  if (!grade || !round || !player) return
  const { question } = await deps.bank.find(round.questionId, round.questionVersion)
  const mine = await deps.store.answers.ofPlayer(round.id, player.id)
  const message = feedback({
    question,
    text: answer.text,
    grade,
    points: grade.earnedInAll,
    attemptsLeft: Math.max(0, round.attempts - mine.length),
    answerId: answer.id,
    roundId: round.id,
    closed: round.state === 'closed',
  })
  await tellIfReachable(deps, player.ref, message, { path: answer.path, key: `answer-${answer.id}` })
  await deps.store.answers.change(answer.id, { state: 'told', at: deps.clock.now() })
}
