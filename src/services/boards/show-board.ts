import { spanOf } from '../../domain/boards/season.ts'
import { QuizError } from '../../domain/errors.ts'
import { type AskedWindow, type BoardSubject, boardSubjects, type Standing } from '../../domain/standings.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from '../players/recognise-asker.ts'
import { showStandings } from './show-standings.ts'

export type ShownBoard = { by: BoardSubject; top: Standing[]; own?: Standing }

/**
 * The result of `leaderboard`. Without a subject, it has both boards, or only the players' board while no team has
 * points. Throws `seasons-off`.
 */
export async function showBoard(
  deps: Pick<Deps, 'store' | 'clock'>,
  asker: Asker,
  wanted: { window: AskedWindow; by?: BoardSubject },
): Promise<ShownBoard[]> {
  const { by } = wanted
  const window = spanOf(wanted.window, asker.workspace.seasons)
  if (window === undefined) throw new QuizError('seasons-off')
  const subjects = by === undefined ? boardSubjects : [by]
  const boards = await Promise.all(
    subjects.map(async (one) => ({ by: one, ...(await showStandings(deps, asker, { window, by: one })) })),
  )
  return by === undefined ? boards.filter((board) => board.by === 'players' || board.top.length > 0) : boards
}
