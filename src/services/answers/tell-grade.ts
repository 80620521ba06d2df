import type { Deps } from '../deps.ts'
import { tellIfReachable } from '../players/tell-if-reachable.ts'
import { describeGrade } from './describe-grade.ts'

/**
 * Sends the grade privately to the player. The key makes this idempotent. Throws a `ChatError` if the job should be
 * retried.
 */
export async function tellGrade(
  deps: Pick<Deps, 'store' | 'chat' | 'bank' | 'clock' | 'log'>,
  answerId: number,
): Promise<void> {
  const answer = await deps.store.answers.find(answerId)
  if (answer?.state !== 'graded') return
  const [message, player] = await Promise.all([describeGrade(deps, answer), deps.store.players.find(answer.playerId)])
  if (!message || !player) return
  const { path, receivedAt: since } = answer
  await tellIfReachable(deps, player.ref, message, { path, key: `answer-${answer.id}`, since })
  await deps.store.answers.change(answer.id, { state: 'told', at: deps.clock.now() })
  if (!player.knowsTeam) await deps.store.players.change(player.id, { knowsTeam: true })
}
