import type { BoardRow } from '../ports/message.ts'
import { boardPicture } from './picture/board-picture.ts'
import { isLegible } from './picture/legible.ts'
import { counted } from './rich.ts'
import { boardRows, daysInWords, type Week, weekTitle } from './weekly.ts'

/** A drawing of the week, and its description in words. */
export function weekPicture(week: Week): { svg: string; alt: string } {
  const byTeams = week.teams.length > 0
  const heading = byTeams ? 'Teams' : 'Players'
  const rows = boardRows(byTeams ? week.teams : week.players)
  const people = byTeams ? boardRows(week.players.slice(0, 3)) : []
  const { answers, players, streaks } = week.figures
  const [streak] = streaks
  const facts = [
    { figure: answers.toLocaleString('en-GB'), label: answers === 1 ? 'answer' : 'answers' },
    { figure: players.toLocaleString('en-GB'), label: players === 1 ? 'person' : 'people' },
    ...(streak ? [{ figure: counted(streak.days, 'day', 'days'), label: 'longest streak' }] : []),
  ]
  const about = [daysInWords(week), week.workspaceName].filter(isLegible).join(' · ')
  const said = [
    `${weekTitle}, ${daysInWords(week)}.`,
    `${heading}: ${rows.map(rowInWords).join('; ')}.`,
    ...(people.length > 0 ? [`Players: ${people.map(rowInWords).join('; ')}.`] : []),
    `${counted(answers, 'answer', 'answers')} by ${counted(players, 'person', 'people')}.`,
    ...(streak ? [`Longest streak: ${counted(streak.days, 'day', 'days')}.`] : []),
  ]
  return {
    svg: boardPicture({ title: weekTitle, about, heading, rows, fresh: 'new', people, facts }),
    alt: said.join(' '),
  }
}

function rowInWords({ rank, name, points, movement }: BoardRow): string {
  return `${rank}. ${name}, ${counted(points, 'point', 'points')}, ${movementInWords(movement)}`
}

function movementInWords(movement: number | undefined): string {
  if (movement === undefined) return 'new'
  if (movement === 0) return 'no change'
  return movement > 0 ? `up ${movement}` : `down ${-movement}`
}
