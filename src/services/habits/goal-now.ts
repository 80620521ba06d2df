import { localDay, weekEnd, windowStart } from '../../domain/calendar.ts'
import { daysAhead, type GoalNow, goalWeek } from '../../domain/habit/goal.ts'
import type { Pause } from '../../domain/habit/pause.ts'
import type { Channel } from '../../ports/store/channels.ts'
import type { Player } from '../../ports/store/players.ts'
import type { Workspace } from '../../ports/store/workspaces.ts'
import type { Deps } from '../deps.ts'

/** The player's progress toward their weekly goal; undefined if they have none. */
export async function goalNow(
  deps: Pick<Deps, 'store' | 'clock'>,
  player: Player,
  { zone, weekStart }: Pick<Workspace, 'zone' | 'weekStart'>,
): Promise<GoalNow | undefined> {
  const { goal } = player
  if (goal === undefined) return undefined
  const today = localDay(deps.clock.now(), zone)
  const [first, last] = [windowStart(today, 'week', weekStart), weekEnd(today, weekStart)]
  const days = await questionDays(deps, player, { first, last })
  return { goal, ...goalWeek(goal, days) }
}

/**
 * The days in a period on which a player answered, and the days with a past or upcoming question where they play. The
 * latter are undefined for a player who hasn't answered a scheduled question yet. Pass `channels` if you already have
 * the workspace's channels.
 */
export async function questionDays(
  deps: Pick<Deps, 'store' | 'clock'>,
  player: Player,
  { first, last }: { first: string; last: string },
  inWorkspace: Promise<Channel[]> = deps.store.channels.inWorkspace(player.workspaceId),
): Promise<{ answered: string[]; asked?: string[]; pauses: Pause[] }> {
  const played = new Set(Object.keys(player.streak.channels ?? {}))
  const [{ answered, asked, pauses }, channels] = await Promise.all([
    deps.store.progress.days(player.id, first, last),
    inWorkspace,
  ])
  if (played.size === 0) return { answered, pauses }
  const schedules = channels.flatMap(({ id, schedule, pausedBecause }) =>
    schedule && pausedBecause === undefined && played.has(`${id}`) ? [schedule] : [],
  )
  return { answered, asked: [...asked, ...daysAhead(schedules, deps.clock.now(), last)], pauses }
}
