import { localDay, type Schedule } from '../../domain/calendar.ts'
import { QuizError } from '../../domain/errors.ts'
import { lastMoment, nextPosts } from '../../domain/schedule.ts'
import { readTime, readWeekdays } from '../../domain/typed/read-schedule.ts'
import { readZone } from '../../domain/typed/read-zone.ts'
import type { Channel } from '../../ports/store/channels.ts'
import type { Tables } from '../../ports/store/store.ts'
import { arrangeWeekly } from '../boards/arrange-weekly.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../players/recognise-asker.ts'
import { beginWeekly, type FirstWeekly } from './begin-weekly.ts'

const postsShown = 3
const roundsLookedAt = 60
const workingDays = [1, 2, 3, 4, 5]

/** A channel's schedule and its next posts. `paused` is the reason why posts are paused. */
export type ScheduleView = {
  schedule?: Schedule
  next: Date[]
  paused?: string
} & FirstWeekly

/**
 * Sets the schedule of the asker's channel and ends a pause. Throws `schedule-bad` with the problem and a suggestion.
 */
export async function setSchedule(
  deps: Pick<Deps, 'store' | 'clock'>,
  asker: Asker,
  typed: { time: string; zone: string; days?: string },
): Promise<ScheduleView> {
  const [time, zone] = [readTime(typed.time), readZone(typed.zone)]
  const weekdays = typed.days === undefined ? undefined : readWeekdays(typed.days)
  const { workspaceId } = channelOf(asker)
  const first = await isFirst(deps, workspaceId)
  const shown = await keep(deps, asker, (channel) => ({
    ...{ time, zone, weekdays: weekdays ?? channel.schedule?.weekdays ?? workingDays },
    ...daysOff(channel, localDay(deps.clock.now(), zone)),
  }))
  if (first) return { ...shown, ...(await beginWeekly(deps, workspaceId, shown.schedule)) }
  const stays = asker.workspace.zone === 'UTC' && zone !== 'UTC'
  return { ...shown, ...(stays && { zoneStays: asker.workspace.zone }) }
}

/**
 * The dates that an admin skipped. They are kept if the schedule was turned off and is set again, except for past
 * dates.
 */
function daysOff({ schedule, endedSchedule }: Channel, today: string): Pick<Schedule, 'skip' | 'holidays'> {
  const { skip, holidays } = schedule ?? endedSchedule ?? { skip: [] }
  return { skip: schedule ? skip : skip.filter((day) => day >= today), ...(holidays && { holidays }) }
}

/** Ends a pause, so that the next post follows the schedule. Throws `schedule-none`. */
export async function resumeSchedule(deps: Pick<Deps, 'store' | 'clock'>, asker: Asker): Promise<ScheduleView> {
  return keep(deps, asker, scheduleOf)
}

/** Changes which dates the schedule skips. Throws `schedule-none`. */
export async function changeSchedule(
  deps: Pick<Deps, 'store' | 'clock'>,
  asker: Asker,
  change: (schedule: Schedule) => Schedule,
): Promise<ScheduleView> {
  return keep(deps, asker, (channel) => change(scheduleOf(channel)))
}

/** Turns the schedule off and returns it. It stays stored, so that it can be restored. */
export async function endSchedule(deps: Pick<Deps, 'store' | 'clock'>, asker: Asker): Promise<Schedule | undefined> {
  const { id, workspaceId } = channelOf(asker)
  const ended = await deps.store.transaction(async (tables) => {
    const schedule = (await tables.channels.find(id, 'lock'))?.schedule
    await tables.channels.change(id, {
      ...{ schedule: null, nextPostAt: null, pausedBecause: null, failedDays: 0 },
      ...(schedule && { endedSchedule: schedule }),
    })
    return schedule
  })
  await arrangeWeekly(deps, workspaceId)
  return ended
}

/**
 * Restores a schedule that was turned off. Throws `undo-newer` if it isn't the most recent one, or if a schedule is
 * already on.
 */
export async function reviveSchedule(
  deps: Pick<Deps, 'store' | 'clock'>,
  asker: Asker,
  isMeant: (schedule: Schedule) => boolean,
): Promise<ScheduleView> {
  const shown = await keep(deps, asker, ({ schedule, endedSchedule }) => {
    if (schedule || !endedSchedule || !isMeant(endedSchedule)) throw new QuizError('undo-newer')
    return endedSchedule
  })
  await arrangeWeekly(deps, asker.workspace.id)
  return shown
}

export async function showSchedule(deps: Pick<Deps, 'store' | 'clock'>, asker: Asker): Promise<ScheduleView> {
  const channel = channelOf(asker)
  if (!channel.schedule) return { next: [] }
  return view(channel, await notBefore(deps, channel, channel.schedule.zone))
}

/**
 * Changes the stored schedule, not the one read with the asker, because the worker or another admin may have changed it
 * since.
 */
async function keep(
  deps: Pick<Deps, 'store' | 'clock'>,
  asker: Asker,
  change: (channel: Channel) => Schedule,
): Promise<ScheduleView> {
  const { id } = channelOf(asker)
  return deps.store.transaction(async (tables) => {
    const channel = await tables.channels.find(id, 'lock')
    if (!channel) throw new QuizError('channel-needed')
    const schedule = change(channel)
    const from = await notBefore({ store: tables, clock: deps.clock }, channel, schedule.zone)
    const [next] = nextPosts(schedule, from, 1)
    const changed = await tables.channels.change(id, {
      ...{ schedule, endedSchedule: null, nextPostAt: next ?? null },
      ...{ pausedBecause: null, failedDays: 0, scheduledBy: asker.player.ref },
    })
    return view(changed, from)
  })
}

/**
 * A channel is asked once a day, so after today's question the next one comes tomorrow even if the time was changed. In
 * a new zone further west, the day of the last question may not have begun yet.
 */
async function notBefore(
  deps: Pick<Deps, 'clock'> & { store: Pick<Tables, 'rounds'> },
  { id }: Channel,
  zone: string,
): Promise<Date> {
  const now = deps.clock.now()
  const today = localDay(now, zone)
  const latest = await deps.store.rounds.latest(id, ['posting', 'open', 'closed', 'failed'], roundsLookedAt)
  const asked = latest.filter(({ kind, localDate }) => kind === 'scheduled' && localDate >= today)
  const lastDay = asked
    .map(({ localDate }) => localDate)
    .toSorted()
    .at(-1)
  return lastDay === undefined ? now : lastMoment(lastDay, zone)
}

async function isFirst(deps: Pick<Deps, 'store'>, workspaceId: number): Promise<boolean> {
  const channels = await deps.store.channels.inWorkspace(workspaceId)
  return channels.every(({ schedule }) => schedule === undefined)
}

function view(channel: Channel, from: Date): ScheduleView {
  const { schedule, pausedBecause } = channel
  if (!schedule) return { next: [] }
  return {
    schedule,
    next: nextPosts(schedule, from, postsShown),
    ...(pausedBecause === undefined ? {} : { paused: pausedBecause }),
  }
}

function scheduleOf({ schedule }: Channel): Schedule {
  if (!schedule) throw new QuizError('schedule-none')
  return schedule
}

function channelOf(asker: Asker): Channel {
  if (!asker.channel) throw new QuizError('channel-needed')
  return asker.channel
}
