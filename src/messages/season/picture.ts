import type { BoardRow } from '../../ports/message.ts'
import { boardPicture } from '../picture/board-picture.ts'
import { isLegible } from '../picture/legible.ts'
import { counted } from '../rich.ts'
import { type FinishedSeason, finalRows } from './closing.ts'
import { seasonName } from './season-name.ts'

const title = 'Season finale'
const rowsDrawn = 5
const peopleDrawn = 3

/** A drawing for the end of a season, and its description in words. */
export function seasonPicture(finished: FinishedSeason): { svg: string; alt: string } {
  const { season, teams, players, played, workspaceName } = finished
  const byTeams = teams.length > 0
  const heading = byTeams ? 'Teams' : 'Players'
  const rows = finalRows(byTeams ? teams : players).slice(0, rowsDrawn)
  const people = byTeams ? finalRows(players).slice(0, peopleDrawn) : []
  const name = seasonName(season)
  const said = [
    `${title}, ${name}.`,
    `${heading}: ${rows.map(rowInWords).join('; ')}.`,
    ...(people.length > 0 ? [`Players: ${people.map(rowInWords).join('; ')}.`] : []),
    `${counted(played.answers, 'answer', 'answers')} by ${counted(played.players, 'person', 'people')}.`,
  ]
  const facts = [
    { figure: played.answers.toLocaleString('en-GB'), label: played.answers === 1 ? 'answer' : 'answers' },
    { figure: played.players.toLocaleString('en-GB'), label: played.players === 1 ? 'person' : 'people' },
  ]
  return {
    svg: boardPicture({
      title,
      about: [name, workspaceName].filter(isLegible).join(' · '),
      heading,
      rows: rows.map(unmoved),
      fresh: '',
      people: people.map(unmoved),
      facts,
    }),
    alt: said.join(' '),
  }
}

/** Removes the arrow and the newcomer's mark. */
function unmoved(row: BoardRow): BoardRow {
  return { ...row, movement: 0 }
}

function rowInWords({ rank, name, points }: BoardRow): string {
  return `${rank}. ${name}, ${counted(points, 'point', 'points')}`
}
