import type { BoardSubject, Standing } from '../../domain/standings.ts'
import { pages } from '../site/pages.ts'
import { boardRows } from '../weekly.ts'
import { boardPicture } from './board-picture.ts'

const rowsShown = 8

/** This week's board as an SVG drawing, for previews of links to it. */
export function boardDrawing(workspaceName: string, by: BoardSubject, standings: readonly Standing[]): string {
  const { board, product } = pages
  return boardPicture({
    title: product,
    about: `${board.windows.week} · ${workspaceName}`,
    heading: board.subjects[by],
    rows: boardRows(standings.slice(0, rowsShown)),
    fresh: board.fresh,
    people: [],
    facts: [],
  })
}
