import { channelName } from '../../messages/closed-channel.ts'
import type { Visit } from '../../ports/desk/desk.ts'
import type { Deps } from '../deps.ts'
import { resumeSchedule } from '../schedule/set-schedule.ts'
import { askerAt } from './asker-at.ts'
import { noteChange } from './note-change.ts'

export async function resumeChannel(
  deps: Pick<Deps, 'store' | 'clock' | 'rights'>,
  visit: Visit,
  channelId: number,
): Promise<void> {
  const asker = await askerAt(deps, visit, channelId)
  await resumeSchedule(deps, asker)
  await noteChange(deps, visit, 'resumed', { channel: channelName(asker.channel) })
}
