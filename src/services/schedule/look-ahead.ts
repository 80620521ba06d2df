import { localDay, type Schedule } from '../../domain/calendar.ts'
import { QuizError } from '../../domain/errors.ts'
import { nextPicks, type QuestionSummary } from '../../domain/pick-question.ts'
import { holidaysBetween, nextPosts } from '../../domain/schedule.ts'
import type { Channel } from '../../ports/store/channels.ts'
import { choiceOf } from '../bank.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../players/recognise-asker.ts'
import { channelMemory } from '../rounds/channel-memory.ts'

const picksShown = 5

type AheadDeps = Pick<Deps, 'store' | 'bank' | 'clock'>
type PostDay = { localDate: string; at: Date }

/** The upcoming questions of the asker's channel. Throws `schedule-bad` if nothing is scheduled. */
export async function lookAhead(
  deps: AheadDeps,
  { channel }: Asker,
  count = picksShown,
): Promise<{
  zone: string
  holidays: { day: string; name: string }[]
  picks: { question: QuestionSummary; at: Date }[]
}> {
  if (!channel) throw new QuizError('channel-needed')
  const { schedule, settings } = channel
  if (!schedule) throw new QuizError('schedule-none')
  const { daysOf, picksOn } = await planAhead(deps, channel)
  const days = daysOf(schedule, count)
  const [first, last] = [localDay(deps.clock.now(), schedule.zone), days.at(-1)?.localDate]
  return {
    zone: schedule.zone,
    holidays: last === undefined ? [] : holidaysBetween(schedule, first, last),
    picks: picksOn(days, settings.pinned).flatMap((question, index) => {
      const at = days[index]?.at
      return at ? [{ question, at }] : []
    }),
  }
}

/**
 * The data needed to work out which questions a channel would ask with another schedule or other pins. `picksOn`
 * returns the questions of the days, but never those in `secret`.
 */
export async function planAhead(
  { store, bank, clock }: AheadDeps,
  channel: Channel,
): Promise<{
  daysOf(schedule: Schedule, count: number): PostDay[]
  picksOn(days: readonly PostDay[], pinned: readonly string[], secret?: ReadonlySet<string>): QuestionSummary[]
}> {
  const [questions, history, memory] = await Promise.all([
    bank.current(choiceOf(channel)),
    store.rounds.history(channel.id),
    channelMemory(store, channel),
  ])
  return {
    daysOf: (schedule, count) =>
      nextPosts(schedule, clock.now(), count).map((at) => ({ localDate: localDay(at, schedule.zone), at })),
    picksOn: (days, pinned, secret) =>
      nextPicks(
        questions,
        history,
        { ...channel.settings, pinned, memory, ...(secret && { secret }) },
        channel.id,
        days,
      ),
  }
}
