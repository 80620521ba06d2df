import { QuizError } from '../../domain/errors.ts'
import { isTime, readTime, readWeekday } from '../../domain/typed/read-schedule.ts'
import type { Channel } from '../../ports/store/channels.ts'
import type { Workspace } from '../../ports/store/workspaces.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../players/recognise-asker.ts'
import { arrangeSeasons } from '../seasons/arrange-seasons.ts'
import { nextWeekly, weeklyChannel } from './arrange-weekly.ts'

/**
 * Schedules the weekly leaderboard in the asker's channel. `moved` is the channel where it was posted before, if that was
 * another one. Throws `weekly-bad` with the problem.
 */
export async function setWeekly(
  deps: Pick<Deps, 'store' | 'clock'>,
  asker: Asker,
  typed: { day: string; time: string },
): Promise<{ workspace: Workspace; next: Date | undefined; moved?: Channel }> {
  if (!asker.channel) throw new QuizError('channel-needed')
  const weekly = { on: true, ...readMoment(typed), channelId: asker.channel.id }
  const before = asker.workspace.weekly.on ? await weeklyChannel(deps, asker.workspace) : undefined
  const next = nextWeekly({ ...asker.workspace, weekly }, deps.clock.now())
  const workspace = await deps.store.workspaces.change(asker.workspace.id, { weekly, nextWeeklyAt: next ?? null })
  await arrangeSeasons(deps, asker.workspace.id)
  return { workspace, next, ...(before && before.id !== asker.channel.id ? { moved: before } : {}) }
}

/** Accepts the day and the time in either order. */
function readMoment({ day, time }: { day: string; time: string }): { day: number; time: string } {
  try {
    return isTime(day)
      ? { day: readWeekday(time), time: readTime(day) }
      : { day: readWeekday(day), time: readTime(time) }
  } catch (error) {
    if (!(error instanceof QuizError)) throw error
    throw new QuizError('weekly-bad', error.facts)
  }
}

export async function endWeekly(deps: Pick<Deps, 'store'>, asker: Asker): Promise<void> {
  const weekly = { ...asker.workspace.weekly, on: false }
  await deps.store.workspaces.change(asker.workspace.id, { weekly, nextWeeklyAt: null })
}
