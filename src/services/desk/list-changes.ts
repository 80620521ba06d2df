import type { ShownChange, Visit } from '../../ports/desk/desk.ts'
import type { Deps } from '../deps.ts'
import { canBeUndone, undoChange } from '../undo/undo-change.ts'
import { askerOf } from './asker-at.ts'

const shownAtOnce = 50

/** The changes made on a workspace's desk, newest first. */
export async function listChanges(
  deps: Pick<Deps, 'store' | 'clock'>,
  { workspace }: Visit,
  before: number | undefined,
): Promise<{ changes: ShownChange[]; more: boolean }> {
  const limit = shownAtOnce + 1
  const found = await deps.store.changes.latest(workspace.id, { limit, ...(before === undefined ? {} : { before }) })
  const now = deps.clock.now()
  const undone = new Set(found.flatMap(({ kind, about }) => (kind === 'undone' ? [Number(about.change)] : [])))
  const changes = found
    .slice(0, shownAtOnce)
    .map((change) => ({ ...change, canUndo: canBeUndone(change, now) && !undone.has(change.id) }))
  return { changes, more: found.length > shownAtOnce }
}

/** Undoes a change of the last ten minutes, no matter which admin made it. */
export async function undoAtDesk(
  deps: Pick<Deps, 'store' | 'queue' | 'bank' | 'clock' | 'log' | 'rights'>,
  visit: Visit,
  changeId: number,
): Promise<void> {
  await undoChange(deps, askerOf(deps, visit), changeId)
}
