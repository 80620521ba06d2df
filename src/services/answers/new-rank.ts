import type { Answer } from '../../domain/answer.ts'
import { localDay } from '../../domain/calendar.ts'
import type { Round } from '../../domain/round.ts'
import type { Deps } from '../deps.ts'

/** Lower ranks change too often to be announced. */
const ranksTold = 20

/** The player's new rank in the current week, if the points of an answer just moved them past another player. */
export async function newRank(
  { store }: Pick<Deps, 'store'>,
  { workspaceId }: Round,
  { playerId, receivedAt }: Answer,
  earned: number,
): Promise<number | undefined> {
  if (earned <= 0) return undefined
  const workspace = await store.workspaces.find(workspaceId)
  if (!workspace) return undefined
  const { zone, weekStart, teamScore } = workspace
  const query = {
    workspaceId,
    teamScore,
    weekStart,
    window: 'week',
    by: 'players',
    day: localDay(receivedAt, zone),
  } as const
  const top = await store.boards.top(query, ranksTold)
  const own = top.find(({ subjectId }) => subjectId === playerId)
  if (!own) return undefined
  const passed = top.some(({ points }) => points < own.points && points >= own.points - earned)
  return passed ? own.rank : undefined
}
