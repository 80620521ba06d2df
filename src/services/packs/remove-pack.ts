import { QuizError } from '../../domain/errors.ts'
import type { Pack } from '../../ports/store/packs.ts'
import type { Deps } from '../deps.ts'

/** Rounds keep the questions that they asked. Throws `pack-asked` while a channel uses the pack. */
export async function removePack(deps: Pick<Deps, 'store'>, pack: Pack): Promise<void> {
  await deps.store.transaction(async (tables) => {
    const channels = await tables.channels.inWorkspace(pack.workspaceId)
    const asked = channels.find(({ settings }) => settings.packs.includes(pack.id))
    if (asked) throw new QuizError('pack-asked', { channel: asked.name })
    await tables.packs.remove(pack)
  })
}
