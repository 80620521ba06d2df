import { moreSettingsForm, settingsForm } from '../../messages/set-up/forms.ts'
import { settingsShown } from '../../messages/settings.ts'
import type { Reply } from '../../ports/chat-event.ts'
import type { Deps } from '../../services/deps.ts'
import type { Asker } from '../../services/players/recognise-asker.ts'
import { changeSettings, viewSettings } from '../../services/schedule/change-setting.ts'
import { demandAdmin, inChannel, type Press, type Submit } from './action.ts'

export async function openSettings(deps: Deps, asker: Asker): Promise<Reply> {
  return { kind: 'form', form: settingsForm(await viewSettings(deps, asker)) }
}

export const pressSettings: Press = async (deps, asker, channelId) => {
  await demandAdmin(asker)
  return openSettings(deps, await inChannel(deps, asker, channelId))
}

export const pressMoreSettings: Press = async (deps, asker, channelId) => {
  await demandAdmin(asker)
  const there = await inChannel(deps, asker, channelId)
  return { kind: 'form', form: moreSettingsForm(await viewSettings(deps, there)) }
}

export const submitSettings: Submit = async (deps, asker, channelId, values) => {
  await demandAdmin(asker)
  const there = await inChannel(deps, asker, channelId)
  return { kind: 'private', message: settingsShown(await changeSettings(deps, there, values)) }
}
