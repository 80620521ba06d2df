import { QuizError } from '../../domain/errors.ts'
import { scheduleShown } from '../../messages/schedule.ts'
import { setUpForm } from '../../messages/set-up/forms.ts'
import { postCheck } from '../../messages/set-up/greetings.ts'
import type { Reply } from '../../ports/chat-event.ts'
import type { Deps } from '../../services/deps.ts'
import type { Asker } from '../../services/players/recognise-asker.ts'
import { checkPosting } from '../../services/schedule/introduce.ts'
import { offerSetUp, pickedAsker, setUp } from '../../services/schedule/set-up.ts'
import { demandAdmin, inChannel, type Press, type Submit } from './action.ts'

export async function openSetUp(deps: Deps, asker: Asker): Promise<Reply> {
  return { kind: 'form', form: setUpForm(await offerSetUp(deps, asker)) }
}

export const pressSetUp: Press = async (deps, asker, channelId) => {
  await demandAdmin(asker)
  return openSetUp(deps, await inChannel(deps, asker, channelId))
}

export const submitSetUp: Submit = async (deps, asker, _about, { channel = '', time = '', zone = '', days = '' }) => {
  await demandAdmin(asker)
  const there = await pickedAsker(deps, asker, channel)
  const shown = await setUp(deps, there, { time, zone, days })
  return { kind: 'private', message: scheduleShown(shown) }
}

/** Checks again after an admin has added the app to the channel. */
export const pressPostCheck: Press = async (deps, asker, channelId) => {
  await demandAdmin(asker)
  const { channel } = await inChannel(deps, asker, channelId)
  if (!channel) throw new QuizError('channel-needed')
  return { kind: 'private', message: postCheck(channel.id, await checkPosting(deps, asker, channel)) }
}
