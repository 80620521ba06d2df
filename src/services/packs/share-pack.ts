import { QuizError } from '../../domain/errors.ts'
import type { Visit } from '../../ports/desk/desk.ts'
import type { ShareLine } from '../../ports/desk/sharing.ts'
import type { Pack } from '../../ports/store/packs.ts'
import type { Deps } from '../deps.ts'
import { noteChange } from '../desk/note-change.ts'
import { findPack } from './find-pack.ts'

/** How long a link to a pack works. */
const shareMs = 7 * 24 * 60 * 60_000

/** The maximum number of unused links per pack. */
const mostShares = 20

/** Links created before this time have expired. */
export function sharedSince(now: Date): Date {
  return new Date(now.getTime() - shareMs)
}

/** Creates a link with which one other workspace can copy a pack. Throws `pack-unknown` and `shares-full`. */
export async function sharePack(deps: Pick<Deps, 'store' | 'clock'>, visit: Visit, name: string): Promise<void> {
  const now = deps.clock.now()
  const { workspace, player } = visit
  await deps.store.transaction(async (tables) => {
    await tables.workspaces.hold([workspace.id])
    const pack = await findPack({ store: tables }, workspace.id, name)
    const share = { workspaceId: workspace.id, packId: pack.id, playerId: player.id, sharedAt: now }
    const made = await tables.packShares.add(share, { most: mostShares, since: sharedSince(now) })
    if (!made) throw new QuizError('shares-full', { most: mostShares })
    await noteChange({ ...deps, store: tables }, visit, 'pack-shared', { state: 'made', pack: pack.name })
  })
}

/** Revokes an unused link. Throws `pack-unknown` and `share-used`. */
export async function unsharePack(
  deps: Pick<Deps, 'store' | 'clock'>,
  visit: Visit,
  { pack: name, share }: { pack: string; share: number },
): Promise<void> {
  await deps.store.transaction(async (tables) => {
    await tables.workspaces.hold([visit.workspace.id])
    const pack = await findPack({ store: tables }, visit.workspace.id, name)
    const [theirs] = (await tables.packShares.list(pack, new Date(0))).filter(({ id }) => id === share)
    if (!theirs || !(await tables.packShares.remove(visit.workspace.id, share))) throw new QuizError('share-used')
    await noteChange({ ...deps, store: tables }, visit, 'pack-shared', { state: 'taken-back', pack: pack.name })
  })
}

/** The links of a pack that still work or were used recently, with their URLs. */
export async function listShares(
  { store, clock, links }: Pick<Deps, 'store' | 'clock' | 'links'>,
  pack: Pick<Pack, 'id' | 'workspaceId'>,
): Promise<ShareLine[]> {
  const shares = await store.packShares.list(pack, sharedSince(clock.now()))
  return shares.map(({ id, sharedAt, takenAt }) => {
    const link = takenAt ? undefined : links.pack({ id })
    const until = new Date(sharedAt.getTime() + shareMs)
    return { id, until, ...(takenAt ? { takenAt } : {}), ...(link === undefined ? {} : { link }) }
  })
}
