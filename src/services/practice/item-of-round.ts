import { packOf } from '../../domain/packs/own-questions.ts'
import type { Round } from '../../domain/round.ts'
import type { PracticeItem } from '../../ports/store/practice.ts'
import type { Tables } from '../../ports/store/store.ts'
import type { Deps } from '../deps.ts'

/** A player's practice item for the question of a round, in the version that is asked now if it is still asked. */
export async function itemOfRound(
  { bank, practice }: Pick<Deps, 'bank'> & Pick<Tables, 'practice'>,
  playerId: number,
  { workspaceId, questionId, questionVersion }: Round,
): Promise<PracticeItem> {
  const current = await bank.current({ workspaceId, packs: [packOf(questionId)] })
  const version = current.find(({ id }) => id === questionId)?.version ?? questionVersion
  return practice.ask({ workspaceId, playerId, questionId, questionVersion: version })
}
