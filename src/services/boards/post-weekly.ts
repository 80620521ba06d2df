import { localDay, windowBefore } from '../../domain/calendar.ts'
import { isOutOfReach, isRefused } from '../../domain/errors.ts'
import { isPostDay, postMoment } from '../../domain/schedule.ts'
import { boardNotPosted } from '../../messages/closed-channel.ts'
import { weekPicture } from '../../messages/week-picture.ts'
import { type Week, weeklyBoard } from '../../messages/weekly.ts'
import type { Channel } from '../../ports/store/channels.ts'
import type { Workspace } from '../../ports/store/workspaces.ts'
import type { Deps } from '../deps.ts'
import { tellSomeAdmin } from '../schedule/tell-some-admin.ts'
import { arrangeWeekly, weeklyChannel } from './arrange-weekly.ts'
import { viewWeek } from './view-week.ts'

/** A board that is so late is last week's news. */
const lateMs = 24 * 60 * 60 * 1000

type WeeklyDeps = Pick<Deps, 'store' | 'bank' | 'chat' | 'painter' | 'links' | 'clock' | 'log'>

/**
 * Posts the board of the week before `date`, the local date on which it was due, and says when the next one is. The chat
 * recognises the key, so that running twice posts once. Throws a `ChatError` where it should be tried again.
 */
export async function postWeekly(deps: WeeklyDeps, workspaceId: number, date: string): Promise<void> {
  const workspace = await deps.store.workspaces.find(workspaceId)
  if (!workspace?.weekly.on) return
  const { day: weekday, time } = workspace.weekly
  const schedule = { time, zone: workspace.zone, weekdays: [weekday], skip: [] }
  const late = deps.clock.now().getTime() - postMoment(schedule, date).getTime()
  if (late < 0) return
  const day = windowBefore(date, 'week')
  if (late > lateMs) {
    deps.log.warn({ workspace: workspaceId, date, lateMs: late }, 'too late for the week’s board, skipped')
  } else if (isPostDay(schedule, date) && day !== undefined) {
    const channel = await weeklyChannel(deps, workspace)
    const week = channel && (await viewWeek(deps, workspace, day))
    // A week in which nothing was asked is nobody's fault, and nothing to talk about.
    if (week && week.figures.asked > 0) {
      await postIfWelcome(deps, channel, week, `weekly-${workspace.id}-${date}`)
    }
  }
  await arrangeWeekly(deps, workspaceId)
}

/** Posts what the week has brought so far, now. */
export async function postWeeklyNow(
  deps: WeeklyDeps,
  { workspace, channel }: { workspace: Workspace; channel: Channel },
): Promise<void> {
  const now = deps.clock.now()
  const week = await viewWeek(deps, workspace, localDay(now, workspace.zone))
  await post(deps, channel, week, `weekly-now-${now.getTime()}`)
}

/**
 * A channel that does not let us in this week may do so the next; trying for days would help nobody. An admin hears of it
 * once, unless the daily question in the same channel says so already.
 */
async function postIfWelcome(deps: WeeklyDeps, channel: Channel, week: Week, key: string): Promise<void> {
  const troubled = channel.pausedBecause !== undefined
  try {
    await post(deps, channel, week, key)
    if (!channel.schedule && troubled) await deps.store.channels.change(channel.id, { pausedBecause: null })
  } catch (error) {
    if (!isOutOfReach(error) && !isRefused(error)) throw error
    const { code, meaning, word } = error
    deps.log.warn({ channel: channel.id, code, meaning, word }, 'the week’s board could not be posted')
    if (channel.schedule || troubled) return
    await tellSomeAdmin(deps, channel, boardNotPosted(channel, error), `board-${key}`)
    await deps.store.channels.change(channel.id, { pausedBecause: meaning })
  }
}

async function post(deps: WeeklyDeps, channel: Channel, week: Week, key: string): Promise<void> {
  await deps.chat.post(channel.ref, weeklyBoard(week, await paint(deps, week)), key)
}

/** The text says all that the picture does, so a picture that cannot be drawn holds nothing up. */
async function paint(
  { painter, log }: Pick<Deps, 'painter' | 'log'>,
  week: Week,
): Promise<{ png: Uint8Array; alt: string } | undefined> {
  if (week.teams.length === 0 && week.players.length === 0) return undefined
  const { svg, alt } = weekPicture(week)
  try {
    return { png: await painter.png(svg), alt }
  } catch (error) {
    log.error({ err: error }, 'the week’s picture could not be drawn')
    return undefined
  }
}
