import { localDay } from '../../domain/calendar.ts'
import { QuizError } from '../../domain/errors.ts'
import { nextPicks, type QuestionSummary } from '../../domain/pick-question.ts'
import { holidaysBetween, nextPosts } from '../../domain/schedule.ts'
import { choiceOf } from '../bank.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../players/recognise-asker.ts'
import { channelMemory } from '../rounds/channel-memory.ts'

const picksShown = 5

/** The upcoming questions of the asker's channel. Throws `schedule-bad` if nothing is scheduled. */
export async function lookAhead(
  deps: Pick<Deps, 'store' | 'bank' | 'clock'>,
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
  const posts = nextPosts(schedule, deps.clock.now(), count)
  const [bank, history, memory] = await Promise.all([
    deps.bank.current(choiceOf(channel)),
    deps.store.rounds.history(channel.id),
    channelMemory(deps.store, channel),
  ])
  const days = posts.map((at) => ({ localDate: localDay(at, schedule.zone), at }))
  const picks = nextPicks(bank, history, { ...settings, memory }, channel.id, days)
  const [first, last] = [localDay(deps.clock.now(), schedule.zone), days.at(-1)?.localDate]
  return {
    zone: schedule.zone,
    holidays: last === undefined ? [] : holidaysBetween(schedule, first, last),
    picks: picks.flatMap((question, index) => {
      const at = posts[index]
      return at ? [{ question, at }] : []
    }),
  }
}
