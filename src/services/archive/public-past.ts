import { packOf } from '../../domain/packs/own-questions.ts'
import type { Question } from '../../domain/question.ts'
import type { Deps } from '../deps.ts'
import { pastPage } from './past-rounds.ts'

/**
 * A page of a workspace's past rounds for anybody with the link to its board. For the workspace's own questions, which
 * are private, only the figures are included.
 */
export async function publicPast(
  deps: Pick<Deps, 'store' | 'bank'>,
  workspaceId: number,
  from?: number,
): Promise<{ days: { day: string; players: number; correct: number; question?: Question }[]; next?: number }> {
  const { rounds, ...more } = await pastPage(deps, { workspaceId }, from)
  const days = rounds.map(({ round, question, players, correct }) => ({
    day: round.localDate,
    players,
    correct,
    ...(packOf(round.questionId) === 'built-in' ? { question } : {}),
  }))
  return { days, ...more }
}
