import type { Answer } from '../../domain/answer.ts'
import { localDay } from '../../domain/calendar.ts'
import type { SavedGrade } from '../../ports/store/answers.ts'
import type { Tables } from '../../ports/store/store.ts'

/**
 * Saves a new grade for an answer and adds the difference to the ledger, dated to the day when the answer was received.
 * The caller then recounts the round, once for all grades in it.
 */
export async function addGrade(
  tables: Tables,
  answer: Pick<Answer, 'roundId' | 'playerId' | 'teamId' | 'receivedAt'> & { workspaceId: number },
  grade: Omit<SavedGrade, 'id' | 'earnedInAll'>,
): Promise<void> {
  const { workspaceId, playerId, roundId, teamId } = answer
  const saved = await tables.grades.save(grade)
  const workspace = await tables.workspaces.find(workspaceId)
  await tables.boards.award({
    gradeId: saved.id,
    workspaceId,
    playerId,
    roundId,
    points: grade.earned,
    day: localDay(answer.receivedAt, workspace?.zone ?? 'UTC'),
    ...(teamId === undefined ? {} : { teamId }),
  })
}
