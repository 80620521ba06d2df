import { localDay, weekEnd, windowBefore, windowStart } from '../../domain/calendar.ts'
import { nextPost } from '../../domain/schedule.ts'
import type { Week } from '../../messages/weekly.ts'
import type { Workspace } from '../../ports/store/workspaces.ts'
import type { Deps } from '../deps.ts'
import { viewWeek } from './view-week.ts'

type Due = { date: string; due: Date }

const dayMs = 24 * 60 * 60 * 1000
/** A post in the first three days of a week is always about the week before. */
const middleOfWeek = 3

/**
 * The week for a weekly post: the current week if all its questions have been asked, as on a Friday evening, otherwise
 * the week before.
 */
export async function weekJustOver(
  deps: Pick<Deps, 'store' | 'bank' | 'links'>,
  workspace: Workspace,
  post: Due,
): Promise<Week | undefined> {
  if (await isOver(deps, workspace, post)) {
    const week = await viewWeek(deps, workspace, post.date)
    if (week.figures.asked > 0) return week
  }
  const before = windowBefore(post.date, 'week', workspace.weekStart)
  return before === undefined ? undefined : viewWeek(deps, workspace, before)
}

async function isOver({ store }: Pick<Deps, 'store'>, workspace: Workspace, { date, due }: Due): Promise<boolean> {
  const { weekStart, zone } = workspace
  const begun = (Date.parse(date) - Date.parse(windowStart(date, 'week', weekStart))) / dayMs
  if (begun < middleOfWeek) return false
  const last = weekEnd(date, weekStart)
  const channels = await store.channels.inWorkspace(workspace.id)
  return channels.every(({ schedule }) => {
    const next = schedule && nextPost(schedule, due)
    return next === undefined || localDay(next, zone) > last
  })
}
