import type { Season } from '../../domain/boards/season.ts'
import type { Standing, TeamScore } from '../../domain/standings.ts'
import type { Played } from '../../domain/week-figures.ts'
import type { Block, BoardRow, Message, Rich } from '../../ports/message.ts'
import { playerName, teamScoreLine } from '../board.ts'
import { counted, listed, shortened } from '../rich.ts'
import { boardRows } from '../weekly.ts'
import { seasonName } from './season-name.ts'

/** The content of a season's closing post. */
export type FinishedSeason = {
  workspaceName: string
  season: Season
  /** The first three ranks. Ties share a rank. */
  teams: readonly Standing[]
  players: readonly Standing[]
  teamScore: TeamScore
  played: Played
  link?: string
}

const namesMost = 40
const rowsMost = 10
const winnersNamed = 3

/** The closing post. The picture has the same content as the text. */
export function seasonClosed(finished: FinishedSeason, picture?: { png: Uint8Array; alt: string }): Message {
  const { season, teams, players, teamScore, played, link } = finished
  const name = seasonName(season)
  const blocks: Block[] = [{ kind: 'heading', text: `The season is over: ${name}` }]
  if (picture) blocks.push({ kind: 'image', png: picture.png, name: `season-${season.startsOn}.png`, alt: picture.alt })
  const winners = winnersOf(finished)
  blocks.push({ kind: 'list', items: winners.map(({ title, line }): Rich => [{ bold: `${title}: ` }, line]) })
  if (teams.length > 0) {
    blocks.push(heading('Teams'), { kind: 'board', rows: finalRows(teams), caption: 'Teams of the season' })
    blocks.push({ kind: 'note', text: [teamScoreLine[teamScore]] })
  }
  if (players.length > 0) {
    blocks.push(heading('Players'), { kind: 'board', rows: finalRows(players), caption: 'Players of the season' })
  }
  blocks.push({
    kind: 'text',
    text: [`${took(played)} A new season has begun, and everyone starts at zero. All-time points stay.`],
  })
  if (link) blocks.push({ kind: 'buttons', buttons: [{ url: link, label: 'Open the board' }] })
  const [first] = winners
  return { summary: first ? `${name} is over. ${first.title}: ${first.line}.` : `${name} is over.`, blocks }
}

export function winnersOf({ teams, players }: { teams: readonly Place[]; players: readonly Place[] }): Winners[] {
  return [winners(teams, 'Team', 'Teams'), winners(players, 'Player', 'Players')].flatMap((one) => one ?? [])
}

type Place = Pick<Standing, 'name' | 'points' | 'rank'>
type Winners = { title: string; line: string }

function winners(board: readonly Place[], one: string, many: string): Winners | undefined {
  const first = board.filter(({ rank }) => rank === 1)
  const [winner] = first
  if (!winner) return undefined
  const points = counted(winner.points, 'point', 'points')
  const isShared = first.length > 1
  return {
    title: `${isShared ? many : one} of the season`,
    line: `${namesOf(first)}, with ${points}${isShared ? ' each' : ''}`,
  }
}

/** `Ann`, `Ann and Ben`, `Ann, Ben, Cem and others`. */
function namesOf(places: readonly { name: string }[]): string {
  const names = places.slice(0, winnersNamed).map(({ name }) => shortened(playerName(name), namesMost))
  return listed(places.length > winnersNamed ? [...names, 'others'] : names)
}

/** Rows without movement. */
export function finalRows(standings: readonly Standing[]): BoardRow[] {
  return boardRows(standings.slice(0, rowsMost)).map(({ movement: _, ...row }) => row)
}

function took({ answers, players, questions }: Played): string {
  const people = counted(players, 'person', 'people')
  return `${people} gave ${counted(answers, 'answer', 'answers')} to ${counted(questions, 'question', 'questions')}.`
}

function heading(words: string): Block {
  return { kind: 'text', text: [{ bold: words }] }
}
