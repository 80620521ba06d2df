import type { Visit } from '../../ports/desk/desk.ts'
import type { OwnId } from '../../ports/desk/studio.ts'
import type { Deps } from '../deps.ts'
import { noteChange } from '../desk/note-change.ts'
import { findPack } from './find-pack.ts'
import { checkRoom } from './load-pack.ts'

/**
 * Retires a question, or restores it; its versions, rounds and figures stay. Idempotent. Throws `pack-unknown`, and
 * `questions-full` if the pack has no room for the restored question.
 */
export async function retireQuestion(
  deps: Pick<Deps, 'store' | 'clock'>,
  visit: Visit,
  { pack: name, id }: OwnId,
  retired: boolean,
): Promise<void> {
  await deps.store.transaction(async (tables) => {
    await tables.packs.list(visit.workspace.id, 'lock')
    const pack = await findPack({ store: tables }, visit.workspace.id, name)
    if ((await tables.packs.retire(pack, [id], retired)) === 0) return
    await checkRoom(tables, pack.workspaceId)
    const questions = await tables.packs.questions(pack)
    const prompt = questions.find(({ question }) => question.id === id)?.question.prompt ?? id
    const about = { state: retired ? 'retired' : 'returned', pack: pack.name, prompt }
    await noteChange({ ...deps, store: tables }, visit, 'retired', about)
  })
}
