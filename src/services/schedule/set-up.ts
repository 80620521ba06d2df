import type { Schedule } from '../../domain/calendar.ts'
import { ChatError, QuizError } from '../../domain/errors.ts'
import type { Place } from '../../domain/place.ts'
import { announcement } from '../../messages/set-up/greetings.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../players/recognise-asker.ts'
import { introduce, type Obstacle } from './introduce.ts'
import { type ScheduleView, setSchedule } from './set-schedule.ts'

/** The initial values of the daily question's form. */
export type SetUpOffer = Pick<Schedule, 'time' | 'zone' | 'weekdays'> & { channel?: Place }

const usual = { time: '09:30', weekdays: [1, 2, 3, 4, 5] }

/** The current schedule, or a typical one in the asker's time zone. */
export async function offerSetUp(deps: Pick<Deps, 'log'>, asker: Asker): Promise<SetUpOffer> {
  const { channel, workspace } = asker
  const { time, weekdays } = channel?.schedule ?? usual
  const zone = channel?.schedule?.zone ?? (await zoneOf(deps, asker)) ?? workspace.zone
  return { time, weekdays, zone, ...(channel ? { channel: channel.ref } : {}) }
}

/** This is only a default value, so nobody waits for a chat that doesn't respond. */
async function zoneOf({ log }: Pick<Deps, 'log'>, { origin }: Asker): Promise<string | undefined> {
  try {
    return await origin.player.zone?.()
  } catch (error) {
    if (!(error instanceof ChatError)) throw error
    log.warn({ err: error }, 'a person’s time zone could not be read')
    return undefined
  }
}

/**
 * The asker in the channel that they chose in a form. Accepts only a channel from the chat's own picker, or the one
 * they are in.
 */
export async function pickedAsker(deps: Pick<Deps, 'store'>, asker: Asker, chosen: string): Promise<Asker> {
  const picked = asker.origin.picked?.find(({ ref }) => ref === chosen)
  if (!picked?.ref.startsWith(`${asker.workspace.ref}:`)) {
    if (asker.channel?.ref !== chosen && chosen !== '') throw new QuizError('channel-needed')
    return asker
  }
  const channel = await deps.store.channels.recognise(asker.workspace.id, { ref: picked.ref, name: picked.name })
  return { ...asker, channel }
}

/**
 * Sets the schedule of the asker's channel. If it had none, the channel is told who set it, which also checks whether
 * the app can post there. Throws `schedule-bad`.
 */
export async function setUp(
  deps: Pick<Deps, 'store' | 'chat' | 'clock' | 'log'>,
  asker: Asker,
  typed: { time: string; zone: string; days?: string },
): Promise<ScheduleView & { obstacle?: Obstacle }> {
  const shown = await setSchedule(deps, asker, typed)
  const { channel } = asker
  const [first] = shown.next
  if (!channel || channel.schedule || !shown.schedule || !first) return shown
  const message = announcement(asker.player, shown.schedule, first)
  const obstacle = await introduce(deps, asker, channel, message)
  return obstacle ? { ...shown, obstacle } : shown
}
