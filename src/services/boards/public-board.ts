import type { BoardSubject } from '../../domain/standings.ts'
import { hiddenName, hiddenWinner, playerName } from '../../messages/board.ts'
import type { SeasonView } from '../seasons/view-hall.ts'
import type { BoardFigures } from './view-board.ts'

/**
 * A board for anybody with the link. Omits players' names if the workspace hides them (`settings public-names off`),
 * and shows a placeholder for players who asked to be forgotten.
 */
export function publicBoard(figures: BoardFigures, by: BoardSubject): BoardFigures {
  const hide = by === 'players' && !figures.workspace.publicNames
  const shown = <Row extends { name: string }>(row: Row, index: number): Row => ({
    ...row,
    name: hide ? hiddenName(index + 1) : playerName(row.name),
  })
  const { days, lines } = figures.weeks
  return {
    ...figures,
    standings: figures.standings.map(shown),
    weeks: { days, lines: lines.map(shown) },
    ...(figures.season ? { season: publicHall(figures.season, by, hide) } : {}),
  }
}

/** The hall of fame for teams or for players. */
function publicHall(season: SeasonView, by: BoardSubject, hide: boolean): SeasonView {
  const past = season.past.map((one) => ({
    ...one,
    places: one.places
      .filter((place) => place.by === by)
      .map((place) => ({ ...place, name: hide ? hiddenWinner : playerName(place.name) })),
  }))
  return { ...season, past: past.filter(({ places }) => places.length > 0) }
}
