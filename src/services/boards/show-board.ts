import { type BoardSubject, type BoardWindow, boardSubjects, type Standing } from '../../domain/standings.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../players/recognise-asker.ts'
import { showStandings } from './show-standings.ts'

export type ShownBoard = { by: BoardSubject; top: Standing[]; own?: Standing }

/**
 * What `leaderboard` shows. Without a subject both, and players alone while no team has points: a newcomer without a team
 * sees themselves.
 */
export async function showBoard(
  deps: Pick<Deps, 'store' | 'clock'>,
  asker: Asker,
  wanted: { window: BoardWindow; by?: BoardSubject },
): Promise<ShownBoard[]> {
  const { window, by } = wanted
  const subjects = by === undefined ? boardSubjects : [by]
  const boards = await Promise.all(
    subjects.map(async (one) => ({ by: one, ...(await showStandings(deps, asker, { window, by: one })) })),
  )
  return by === undefined ? boards.filter((board) => board.by === 'players' || board.top.length > 0) : boards
}
