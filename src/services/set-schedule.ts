import type { Schedule } from '../domain/calendar.ts'
import { QuizError } from '../domain/errors.ts'
import { readTime, readWeekdays, readZone } from '../domain/read-schedule.ts'
import { nextPosts } from '../domain/schedule.ts'
import type { Channel } from '../ports/store/channels.ts'
import type { Deps } from './deps.ts'
import type { Asker } from './recognise-asker.ts'

const postsShown = 3
const workingDays = [1, 2, 3, 4, 5]

/** When a channel is asked, with the next posts; `paused` says why nothing comes at present. */
export type ScheduleView = { schedule?: Schedule; next: Date[]; paused?: string }

/** Sets the schedule of the asker's channel, or ends a pause. Throws `schedule-bad` with what is wrong and what would work. */
export async function setSchedule(
  deps: Pick<Deps, 'store' | 'clock'>,
  asker: Asker,
  typed: { time: string; zone: string; days?: string },
): Promise<ScheduleView> {
  const channel = channelOf(asker)
  const schedule: Schedule = {
    time: readTime(typed.time),
    zone: readZone(typed.zone),
    weekdays: typed.days === undefined ? (channel.schedule?.weekdays ?? workingDays) : readWeekdays(typed.days),
    skip: channel.schedule?.skip ?? [],
  }
  return keep(deps, channel, schedule)
}

/** Takes dates out of the schedule, or puts them back in. */
export async function setSkippedDates(
  deps: Pick<Deps, 'store' | 'clock'>,
  asker: Asker,
  skip: string[],
): Promise<ScheduleView> {
  const channel = channelOf(asker)
  if (!channel.schedule) throw new QuizError('schedule-bad', { problem: 'There is no schedule here yet.' })
  return keep(deps, channel, { ...channel.schedule, skip: skip.toSorted() })
}

export async function endSchedule(deps: Pick<Deps, 'store'>, asker: Asker): Promise<void> {
  await deps.store.channels.change(channelOf(asker).id, { schedule: null, nextPostAt: null, pausedBecause: null })
}

export function showSchedule(deps: Pick<Deps, 'clock'>, asker: Asker): ScheduleView {
  return view(channelOf(asker), deps.clock.now())
}

async function keep(deps: Pick<Deps, 'store' | 'clock'>, channel: Channel, schedule: Schedule): Promise<ScheduleView> {
  const now = deps.clock.now()
  const [next] = nextPosts(schedule, now, 1)
  const changed = await deps.store.channels.change(channel.id, {
    schedule,
    nextPostAt: next ?? null,
    pausedBecause: null,
    failedDays: 0,
  })
  return view(changed, now)
}

function view(channel: Channel, now: Date): ScheduleView {
  const { schedule, pausedBecause } = channel
  if (!schedule) return { next: [] }
  const next = nextPosts(schedule, now, postsShown)
  return { schedule, next, ...(pausedBecause === undefined ? {} : { paused: pausedBecause }) }
}

function channelOf(asker: Asker): Channel {
  if (!asker.channel) throw new QuizError('channel-needed')
  return asker.channel
}
