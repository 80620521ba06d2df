import type { Visit } from '../../ports/desk/desk.ts'
import type { Change, ChangeKind } from '../../ports/store/changes.ts'
import type { Tables } from '../../ports/store/store.ts'
import type { Deps } from '../deps.ts'

/** Records a change, either in `store` or in the transaction that made it. Returns the record's id. */
export async function noteChange(
  { store, clock }: { store: Pick<Tables, 'changes'> } & Pick<Deps, 'clock'>,
  { workspace, player }: Pick<Visit, 'workspace' | 'player'>,
  kind: ChangeKind,
  about: Change['about'],
): Promise<number> {
  return store.changes.note({ workspaceId: workspace.id, playerId: player.id, at: clock.now(), kind, about })
}
