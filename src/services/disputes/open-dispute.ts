import { QuizError } from '../../domain/errors.ts'
import type { Dispute } from '../../ports/store/disputes.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../players/recognise-asker.ts'

/** In characters, as in the form. */
export const longestReason = 300

/** Returns the dispute about the asker's answer, if there is one. Throws if the answer can't be disputed. */
export async function offerDispute(
  deps: Pick<Deps, 'store'>,
  asker: Asker,
  answerId: number,
): Promise<Dispute | undefined> {
  await checkDisputable(deps, asker, answerId)
  return deps.store.disputes.ofAnswer(answerId)
}

/**
 * Stores a player's objection to a grade, with their reason if they gave one. `repeated` means that it was already
 * stored. Throws `text-too-long`.
 */
export async function openDispute(
  deps: Pick<Deps, 'store' | 'clock'>,
  asker: Asker,
  answerId: number,
  typed = '',
): Promise<{ dispute: Dispute; repeated: boolean }> {
  const reason = typed.trim()
  if (reason.length > longestReason) {
    throw new QuizError('text-too-long', { field: 'reason', length: reason.length, most: longestReason })
  }
  await checkDisputable(deps, asker, answerId)
  return deps.store.disputes.open({
    workspaceId: asker.workspace.id,
    answerId,
    playerId: asker.player.id,
    openedAt: deps.clock.now(),
    ...(reason === '' ? {} : { reason }),
  })
}

async function checkDisputable({ store }: Pick<Deps, 'store'>, { player }: Asker, answerId: number): Promise<void> {
  const answer = await store.answers.find(answerId)
  if (!answer) throw new QuizError('dispute-not-graded')
  if (answer.playerId !== player.id) throw new QuizError('dispute-not-yours')
  const grade = await store.grades.newest(answerId)
  if (!grade || grade.score >= 1) throw new QuizError('dispute-not-graded')
}
