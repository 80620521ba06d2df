import type { Visit } from '../../ports/desk/desk.ts'
import type { Change, ChangeKind } from '../../ports/store/changes.ts'
import type { Tables } from '../../ports/store/store.ts'
import type { Deps } from '../deps.ts'

/** Records what somebody did, with `store` or in the transaction that did it. Returns the record's id. */
export async function noteChange(
  { store, clock }: { store: Pick<Tables, 'changes'> } & Pick<Deps, 'clock'>,
  { workspace, player }: Pick<Visit, 'workspace' | 'player'>,
  kind: ChangeKind,
  about: Change['about'],
): Promise<number> {
  return store.changes.note({ workspaceId: workspace.id, playerId: player.id, at: clock.now(), kind, about })
}
