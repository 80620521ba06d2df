import { localDay } from '../../domain/calendar.ts'
import type { GoalNow } from '../../domain/habit/goal.ts'
import { type Pause, pauseOn } from '../../domain/habit/pause.ts'
import type { Streak } from '../../domain/habit/streak.ts'
import type { Standing } from '../../domain/standings.ts'
import type { Channel } from '../../ports/store/channels.ts'
import type { Reminder } from '../../ports/store/habits.ts'
import type { Team } from '../../ports/store/teams.ts'
import { boardQuery } from '../boards/show-standings.ts'
import type { Deps } from '../deps.ts'
import { goalNow } from '../habits/goal-now.ts'
import { streakNow } from '../habits/streak-now.ts'
import type { Asker } from './recognise-asker.ts'

/**
 * A player's points, team and streak. Also shows channel problems, because the admin who was notified may have left.
 */
export async function showMe(
  deps: Pick<Deps, 'store' | 'clock' | 'links'>,
  asker: Asker,
): Promise<{
  team?: Team
  week?: Standing
  all?: Standing
  paused: Channel[]
  streak: Streak
  pause?: Pause
  reminder?: Reminder
  goal?: GoalNow
  /** The link to their own page; undefined if the app has no public URL. */
  progress?: string
}> {
  const { player } = asker
  const now = deps.clock.now()
  const [team, week, all, channels, streak, pauses, reminder, goal] = await Promise.all([
    player.teamId === undefined ? undefined : deps.store.teams.find(player.teamId),
    deps.store.boards.place(boardQuery(asker, { window: 'week', by: 'players' }, now), player.id),
    deps.store.boards.place(boardQuery(asker, { window: 'all', by: 'players' }, now), player.id),
    deps.store.channels.inWorkspace(asker.workspace.id),
    streakNow(deps, player, asker.workspace),
    deps.store.pauses.of(player.id),
    deps.store.reminders.find(player.id),
    goalNow(deps, player, asker.workspace),
  ])
  const paused = channels.filter(({ schedule, pausedBecause }) => schedule && pausedBecause !== undefined)
  const pause = pauseOn(pauses, localDay(now, reminder?.zone ?? asker.workspace.zone))
  const progress = deps.links.progress(player)
  return {
    paused,
    streak,
    ...(pause ? { pause } : {}),
    ...(reminder?.dueAt ? { reminder } : {}),
    ...(goal ? { goal } : {}),
    ...(progress === undefined ? {} : { progress }),
    ...(team ? { team } : {}),
    ...(week ? { week } : {}),
    ...(all ? { all } : {}),
  }
}
