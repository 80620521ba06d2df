import { type GoalNow, readGoal } from '../../domain/habit/goal.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../players/recognise-asker.ts'
import { goalNow } from './goal-now.ts'

/** Sets the asker's weekly goal and returns the progress; undefined for `off`. Throws `goal-bad` with the problem. */
export async function setGoal(
  deps: Pick<Deps, 'store' | 'clock'>,
  { player, workspace }: Asker,
  typed: string,
): Promise<GoalNow | undefined> {
  const changed = await deps.store.players.change(player.id, { goal: readGoal(typed) ?? null })
  return goalNow(deps, changed, workspace)
}
