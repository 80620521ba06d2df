import type { Visit } from '../../ports/desk/desk.ts'
import type { Change } from '../../ports/store/changes.ts'
import type { Deps } from '../deps.ts'

const shownAtOnce = 50

/** What was changed on a workspace's desk, newest first. */
export async function listChanges(
  deps: Pick<Deps, 'store'>,
  { workspace }: Visit,
  before: number | undefined,
): Promise<{ changes: Change[]; more: boolean }> {
  const limit = shownAtOnce + 1
  const found = await deps.store.changes.latest(workspace.id, { limit, ...(before === undefined ? {} : { before }) })
  return { changes: found.slice(0, shownAtOnce), more: found.length > shownAtOnce }
}
