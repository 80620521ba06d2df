import { daysLeft, type Season, seasonOf } from '../../domain/boards/season.ts'
import { localDay } from '../../domain/calendar.ts'
import type { PastSeason } from '../../ports/store/boards.ts'
import type { Workspace } from '../../ports/store/workspaces.ts'
import type { Deps } from '../deps.ts'

const seasonsShown = 12

/** The seasons that a board shows. */
export type SeasonView = {
  running: Season
  /** Including today: 1 on the last day. */
  daysLeft: number
  /** The hall of fame, newest first. */
  past: PastSeason[]
}

/** Empty if seasons are off. Past winners stay stored and are shown again when seasons are turned on. */
export async function viewHall(
  deps: Pick<Deps, 'store' | 'clock'>,
  { id, zone, seasons }: Workspace,
): Promise<SeasonView | undefined> {
  if (seasons === 'off') return undefined
  const today = localDay(deps.clock.now(), zone)
  return {
    running: seasonOf(today, seasons),
    daysLeft: daysLeft(today, seasons),
    past: await deps.store.seasons.past(id, seasons, seasonsShown),
  }
}
