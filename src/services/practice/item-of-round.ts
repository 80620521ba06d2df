import { packOf } from '../../domain/packs/own-questions.ts'
import type { Round } from '../../domain/round.ts'
import type { Deps } from '../deps.ts'

/** The practice item for a round: its question, in the current version if it is still active. */
export async function itemOfRound(
  { bank }: Pick<Deps, 'bank'>,
  playerId: number,
  { workspaceId, questionId, questionVersion }: Round,
): Promise<{ workspaceId: number; playerId: number; questionId: string; questionVersion: string }> {
  const current = await bank.current({ workspaceId, packs: [packOf(questionId)] })
  const version = current.find(({ id }) => id === questionId)?.version ?? questionVersion
  return { workspaceId, playerId, questionId, questionVersion: version }
}
