import { localDay } from '../../domain/calendar.ts'
import type { BoardQuery, BoardSpan, BoardSubject, Standing } from '../../domain/standings.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../players/recognise-asker.ts'

const rowsShown = 10

export async function showStandings(
  deps: Pick<Deps, 'store' | 'clock'>,
  asker: Asker,
  wanted: { window: BoardSpan; by: BoardSubject },
): Promise<{ top: Standing[]; own?: Standing }> {
  const query = boardQuery(asker, wanted, deps.clock.now())
  const subject = wanted.by === 'teams' ? asker.player.teamId : asker.player.id
  const [top, own] = await Promise.all([
    deps.store.boards.top(query, rowsShown),
    subject === undefined ? undefined : deps.store.boards.place(query, subject),
  ])
  return own ? { top, own } : { top }
}

export function boardQuery(
  asker: Pick<Asker, 'workspace'>,
  wanted: { window: BoardSpan; by: BoardSubject },
  now: Date,
): BoardQuery {
  const { id, zone, weekStart, teamScore } = asker.workspace
  return { workspaceId: id, ...wanted, day: localDay(now, zone), weekStart, teamScore }
}
