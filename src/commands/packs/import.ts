import { importFormats } from '../../domain/packs/imported.ts'
import { platformOf } from '../../domain/place.ts'
import { importForm, importTaken } from '../../messages/packs/import.ts'
import { inviteToDesk } from '../../services/desk/invite-to-desk.ts'
import { takeSentFile } from '../../services/imports/take-sent-file.ts'
import { demandAdmin, type Submit } from '../actions/action.ts'
import type { Command } from '../command.ts'

export const importCommand: Command = {
  path: ['import'],
  options: [],
  help: 'Import questions from another program’s file.',
  who: 'admin',
  async run(deps, { workspace }) {
    const [pack] = await deps.store.packs.list(workspace.id)
    return { kind: 'form', form: importForm({ platform: platformOf(workspace.ref), pack: pack?.name ?? '' }) }
  },
}

export const submitImport: Submit = async (deps, asker, _about, { format: chosen, pack = '' }) => {
  await demandAdmin(asker)
  const format = importFormats.find((one) => one === chosen)
  const { id, name } = await takeSentFile(deps, asker, { ...(format === undefined ? {} : { format }), pack })
  return { kind: 'private', message: importTaken(name, await inviteToDesk(deps, asker, `/desk/imports/${id}`)) }
}
