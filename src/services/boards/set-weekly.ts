import { QuizError } from '../../domain/errors.ts'
import { readTime, readWeekday } from '../../domain/read-schedule.ts'
import type { Workspace } from '../../ports/store/workspaces.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../players/recognise-asker.ts'
import { arrangeSeasons } from '../seasons/arrange-seasons.ts'
import { nextWeekly } from './arrange-weekly.ts'

/** Schedules the weekly leaderboard in the asker's channel. Throws `schedule-bad` with the problem. */
export async function setWeekly(
  deps: Pick<Deps, 'store' | 'clock'>,
  asker: Asker,
  typed: { day: string; time: string },
): Promise<{ workspace: Workspace; next: Date | undefined }> {
  if (!asker.channel) throw new QuizError('channel-needed')
  const weekly = { on: true, day: readWeekday(typed.day), time: readTime(typed.time), channelId: asker.channel.id }
  const next = nextWeekly({ ...asker.workspace, weekly }, deps.clock.now())
  const workspace = await deps.store.workspaces.change(asker.workspace.id, { weekly, nextWeeklyAt: next ?? null })
  await arrangeSeasons(deps, asker.workspace.id)
  return { workspace, next }
}

export async function endWeekly(deps: Pick<Deps, 'store'>, asker: Asker): Promise<void> {
  const weekly = { ...asker.workspace.weekly, on: false }
  await deps.store.workspaces.change(asker.workspace.id, { weekly, nextWeeklyAt: null })
}
