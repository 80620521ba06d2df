import { QuizError } from '../../domain/errors.ts'
import { readPackName } from '../../domain/packs/own-questions.ts'
import type { Visit } from '../../ports/desk/desk.ts'
import type { OfferedPack, ShareClosed } from '../../ports/desk/sharing.ts'
import type { Pack, PackShare } from '../../ports/store/packs.ts'
import type { Tables } from '../../ports/store/store.ts'
import type { Deps } from '../deps.ts'
import { noteChange } from '../desk/note-change.ts'
import { bytesOf, checkBytes } from './check-bytes.ts'
import { checkRoom } from './load-pack.ts'
import { sharedSince } from './share-pack.ts'

/** The pack that a link offers. The signature has already been verified. This doesn't use the link up. */
export async function lookAtPack(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  { workspace }: Pick<Visit, 'workspace'>,
  shareId: number,
): Promise<OfferedPack | ShareClosed> {
  const offered = await offeredBy(store, shareId, clock.now())
  if (typeof offered === 'string') return offered
  const { name, language, questions, workspaceId } = offered.pack
  return { name, language, questions, own: workspaceId === workspace.id }
}

/**
 * Copies the offered pack into the visitor's workspace under a name that is free there, and uses the link up. Later
 * changes to either pack don't affect the other. Throws `share-used`, `share-own`, `packs-large`, `pack-name-bad`,
 * `pack-taken`, `packs-full` and `questions-full`; the link still works after an error.
 */
export async function takePack(
  deps: Pick<Deps, 'store' | 'clock'>,
  visit: Visit,
  shareId: number,
  typed: string,
): Promise<string> {
  const name = readPackName(typed)
  if (name === undefined) throw new QuizError('pack-name-bad', { typed })
  const now = deps.clock.now()
  const { workspace } = visit
  await deps.store.transaction(async (tables) => {
    await holdBoth(tables, shareId, workspace.id)
    // A concurrent request waits here and then finds the link used.
    if (!(await tables.packShares.take(shareId, now, sharedSince(now)))) throw new QuizError('share-used')
    const offered = await offeredBy(tables, shareId)
    if (typeof offered === 'string') throw new QuizError('share-used')
    const { pack, share } = offered
    if (pack.workspaceId === workspace.id) throw new QuizError('share-own')
    const theirs = await tables.packs.list(workspace.id, 'lock')
    if (theirs.some((one) => one.name === name)) throw new QuizError('pack-taken', { name })
    await copy(tables, pack, { workspace, name })
    await checkRoom(tables, workspace.id)
    await noteChange({ ...deps, store: tables }, visit, 'pack-copied', { pack: name })
    const { workspaceId, playerId } = share
    const about = { state: 'used', pack: pack.name }
    await tables.changes.note({ workspaceId, playerId, at: now, kind: 'pack-shared', about })
  })
  return name
}

/** Called before other locks, so that neither workspace can be removed during the copy. */
async function holdBoth(
  { packShares, workspaces }: Pick<Tables, 'packShares' | 'workspaces'>,
  shareId: number,
  takerId: number,
): Promise<void> {
  const share = await packShares.find(shareId)
  if (!share) throw new QuizError('share-used')
  const both = new Set([share.workspaceId, takerId])
  if ((await workspaces.hold([...both])).length < both.size) throw new QuizError('share-used')
}

async function copy(
  tables: Pick<Tables, 'packs' | 'workspaces'>,
  pack: Pack,
  { workspace, name }: { workspace: Visit['workspace']; name: string },
): Promise<void> {
  const { packs } = tables
  const { language, forgivesSpelling, synonyms, titles } = pack
  const active = (await packs.questions(pack)).filter(({ retired }) => !retired)
  const questions = active.map(({ question, synonyms: sets }) => ({ question, synonyms: sets }))
  await checkBytes(tables, workspace.id, bytesOf([questions, synonyms, titles]))
  const made = await packs.save(workspace.id, name, { language, forgivesSpelling, synonyms, titles })
  await packs.put(made, questions, 'keep')
}

/** If `now` is undefined, used and expired links are found too. */
async function offeredBy(
  { packShares, packs }: Pick<Tables, 'packShares' | 'packs'>,
  shareId: number,
  now?: Date,
): Promise<{ pack: Pack; share: PackShare } | ShareClosed> {
  const share = await packShares.find(shareId)
  if (!share) return 'expired'
  if (now && share.takenAt) return 'used'
  if (now && share.sharedAt <= sharedSince(now)) return 'expired'
  const pack = (await packs.list(share.workspaceId)).find(({ id }) => id === share.packId)
  return pack ? { pack, share } : 'expired'
}
