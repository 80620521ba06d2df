import { localDay } from '../../domain/calendar.ts'
import { isPostDay, postMoment } from '../../domain/schedule.ts'
import { weekPicture } from '../../messages/week-picture.ts'
import { type Week, weeklyBoard } from '../../messages/weekly.ts'
import type { Message } from '../../ports/message.ts'
import type { Channel } from '../../ports/store/channels.ts'
import type { Workspace } from '../../ports/store/workspaces.ts'
import type { Deps } from '../deps.ts'
import { arrangeWeekly, weeklyChannel } from './arrange-weekly.ts'
import { paint } from './paint.ts'
import { postIfWelcome } from './post-if-welcome.ts'
import { viewWeek } from './view-week.ts'
import { weekJustOver } from './week-just-over.ts'

/** A board that is overdue by more than this is not posted. */
const lateMs = 24 * 60 * 60 * 1000

type WeeklyDeps = Pick<Deps, 'store' | 'bank' | 'chat' | 'painter' | 'links' | 'clock' | 'log'>

/**
 * Posts the board of the week that `weekJustOver` returns for `date`, the local date for which the post was due, and
 * sets when the next one is due. The key makes posting idempotent. Throws a `ChatError` if the job should be retried.
 */
export async function postWeekly(deps: WeeklyDeps, workspaceId: number, date: string): Promise<void> {
  const workspace = await deps.store.workspaces.find(workspaceId)
  if (!workspace?.weekly.on) return
  const { day: weekday, time } = workspace.weekly
  const schedule = { time, zone: workspace.zone, weekdays: [weekday], skip: [] }
  const due = postMoment(schedule, date)
  const late = deps.clock.now().getTime() - due.getTime()
  if (late < 0) return
  if (late > lateMs) {
    deps.log.warn({ workspace: workspaceId, date, lateMs: late }, 'too late for the weekly board, skipped')
  } else if (isPostDay(schedule, date)) {
    const channel = await weeklyChannel(deps, workspace)
    const week = channel && (await weekJustOver(deps, workspace, { date, due }))
    // A week without questions gets no post.
    if (week && week.figures.asked > 0) {
      await postIfWelcome(deps, channel, `weekly-${workspace.id}-${date}`, () => message(deps, week))
    }
  }
  await arrangeWeekly(deps, workspaceId)
}

export async function postWeeklyNow(
  deps: WeeklyDeps,
  { workspace, channel }: { workspace: Workspace; channel: Channel },
): Promise<void> {
  const now = deps.clock.now()
  const week = await viewWeek(deps, workspace, localDay(now, workspace.zone))
  await deps.chat.post(channel.ref, await message(deps, week), `weekly-now-${now.getTime()}`)
}

/** The week as text and, if there is something to draw, as a picture. */
async function message(deps: WeeklyDeps, week: Week): Promise<Message> {
  const isEmpty = week.teams.length === 0 && week.players.length === 0
  return weeklyBoard(week, isEmpty ? undefined : await paint(deps, weekPicture(week)))
}
