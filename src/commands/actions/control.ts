import { QuizError } from '../../domain/errors.ts'
import { alreadyAsked, closedNow } from '../../messages/controls.ts'
import type { Channel } from '../../ports/store/channels.ts'
import type { Workspace } from '../../ports/store/workspaces.ts'
import { postWeeklyNow } from '../../services/boards/post-weekly.ts'
import type { Asker } from '../../services/players/recognise-asker.ts'
import { closeRoundsNow, postQuestionNow } from '../../services/rounds/post-now.ts'
import { demandAdmin, type Press } from './action.ts'

/**
 * Buttons of the playground that run a step of the schedule immediately, in the channel of the button. Only admins may
 * use them.
 */
export const pressPostNow: Press = async (deps, asker) => {
  const round = await postQuestionNow(deps, await adminsChannel(asker))
  return round ? { kind: 'nothing' } : { kind: 'private', message: alreadyAsked() }
}

export const pressCloseNow: Press = async (deps, asker) => {
  const { channel } = await adminsChannel(asker)
  return { kind: 'private', message: closedNow(await closeRoundsNow(deps, channel)) }
}

export const pressWeeklyNow: Press = async (deps, asker) => {
  await postWeeklyNow(deps, await adminsChannel(asker))
  return { kind: 'nothing' }
}

async function adminsChannel(asker: Asker): Promise<{ channel: Channel; workspace: Workspace }> {
  await demandAdmin(asker)
  if (!asker.channel) throw new QuizError('channel-needed')
  return { channel: asker.channel, workspace: asker.workspace }
}
