import { QuizError } from '../../domain/errors.ts'
import type { Dispute } from '../../ports/store/disputes.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../players/recognise-asker.ts'

/** Stores a player's objection to a grade. `repeated` means that it was already stored. */
export async function openDispute(
  deps: Pick<Deps, 'store' | 'clock'>,
  asker: Asker,
  answerId: number,
): Promise<{ dispute: Dispute; repeated: boolean }> {
  const answer = await deps.store.answers.find(answerId)
  if (!answer) throw new QuizError('dispute-not-graded')
  if (answer.playerId !== asker.player.id) throw new QuizError('dispute-not-yours')
  const grade = await deps.store.grades.newest(answerId)
  if (!grade || grade.score >= 1) throw new QuizError('dispute-not-graded')
  return deps.store.disputes.open({
    workspaceId: asker.workspace.id,
    answerId,
    playerId: asker.player.id,
    openedAt: deps.clock.now(),
  })
}
