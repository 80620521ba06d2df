import { localDay } from '../../domain/calendar.ts'
import { type Streak, streakOn } from '../../domain/habit/streak.ts'
import type { Player } from '../../ports/store/players.ts'
import type { Workspace } from '../../ports/store/workspaces.ts'
import type { Deps } from '../deps.ts'

/** A player's streak as of today, including days missed since their last answer. */
export async function streakNow(
  deps: Pick<Deps, 'store' | 'clock'>,
  player: Pick<Player, 'id' | 'streak'>,
  { zone }: Pick<Workspace, 'zone'>,
): Promise<Streak> {
  if (player.streak.current === 0) return player.streak
  const now = deps.clock.now()
  // One day later than today, because players in zones ahead of the workspace may have finished a day already.
  const tomorrow = localDay(new Date(now.getTime() + 24 * 60 * 60_000), zone)
  return streakOn(player.streak, tomorrow, await deps.store.streaks.askedSince(player.id, now))
}
