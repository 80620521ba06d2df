import type { Schedule } from '../../domain/calendar.ts'
import { QuizError } from '../../domain/errors.ts'
import { isPostDay, nextPost, postMoment } from '../../domain/schedule.ts'
import type { Channel } from '../../ports/store/channels.ts'
import type { Deps } from '../deps.ts'
import { withFreshHolidays } from '../schedule/set-holidays.ts'
import { askQuestion } from './ask-question.ts'
import { warnFewLeft } from './warn-few-left.ts'

/** A question this late is not asked any more that day. */
const lateMs = 3 * 60 * 60 * 1000

/**
 * Asks a channel its question for a local date, if that is still due, and sets when the next one is due. The round is
 * unique per channel and date, so running twice asks once.
 */
export async function askScheduled(
  deps: Pick<Deps, 'store' | 'queue' | 'chat' | 'bank' | 'log' | 'clock' | 'holidays'>,
  channelId: number,
  localDate: string,
): Promise<void> {
  const channel = await deps.store.channels.find(channelId)
  if (!channel?.schedule || channel.pausedBecause !== undefined) return
  const now = deps.clock.now()
  const schedule = await withFreshHolidays(deps, channel.schedule)
  const moment = postMoment(schedule, localDate)
  if (moment > now) return
  const late = now.getTime() - moment.getTime()
  if (late > lateMs) {
    deps.log.warn({ channel: channelId, localDate, lateMs: late }, 'too late for the day’s question, skipped')
  } else if (isPostDay(schedule, localDate)) {
    await ask(deps, channelId, localDate)
  }
  const resumeAt = new Date(Math.max(moment.getTime(), now.getTime() - lateMs))
  await keepNext(deps, channel, { schedule, nextPostAt: nextPost(schedule, resumeAt) ?? null })
  await warnFewLeft(deps, channelId)
}

/**
 * Saves when the next question comes, and refreshed holidays, unless the schedule has changed since `channel` was read:
 * the one who changed, ended or paused it has already set when the next one comes.
 */
async function keepNext(
  { store }: Pick<Deps, 'store'>,
  channel: Channel,
  next: { schedule: Schedule; nextPostAt: Date | null },
): Promise<void> {
  await store.transaction(async (tables) => {
    const current = await tables.channels.find(channel.id, 'lock')
    if (current?.pausedBecause !== undefined) return
    // Both come from Postgres, so equal schedules are equal texts.
    if (JSON.stringify(current?.schedule) !== JSON.stringify(channel.schedule)) return
    await tables.channels.change(channel.id, next)
  })
}

/** An empty bank is for an operator to fix; it must not hold up the following days. */
async function ask(
  deps: Pick<Deps, 'store' | 'queue' | 'bank' | 'clock' | 'log'>,
  channelId: number,
  localDate: string,
): Promise<void> {
  try {
    await askQuestion(deps, { channelId, kind: 'scheduled', localDate })
  } catch (error) {
    if (!(error instanceof QuizError)) throw error
    deps.log.warn({ channel: channelId, localDate, code: error.code }, 'no question to ask')
  }
}
