import type { BoardSubject, BoardWindow, Standing, TeamScore } from '../domain/standings.ts'
import type { Block, BoardRow, Message } from '../ports/message.ts'
import { counted, prose } from './rich.ts'

const windowNames: Record<BoardWindow, string> = { week: 'this week', month: 'this month', all: 'all time' }

export const teamScoreLine: Record<TeamScore, string> = {
  'best-three': 'A team’s points are those of its three best players of each day.',
  sum: 'A team’s points are those of all its players.',
}

/** A board as one asker sees it: the top, and their own row wherever it is. */
export function board(shown: {
  window: BoardWindow
  by: BoardSubject
  teamScore: TeamScore
  top: readonly Standing[]
  own?: Standing
  link?: string
}): Message {
  const title = `${shown.by === 'teams' ? 'Teams' : 'Players'}, ${windowNames[shown.window]}`
  if (shown.top.length === 0) return emptyBoard(title, shown.by)
  const rows = shown.top.map((standing) => row(standing, standing.subjectId === shown.own?.subjectId))
  const leader = shown.top[0]
  const summary = leader ? `${title}: ${leader.name} leads with ${counted(leader.points, 'point', 'points')}.` : title
  const blocks: Block[] = [
    { kind: 'heading', text: title },
    { kind: 'board', rows },
  ]
  const own = shown.own
  if (own && !shown.top.some((standing) => standing.subjectId === own.subjectId)) {
    blocks.push({ kind: 'board', rows: [row(own, true)] })
  }
  if (shown.by === 'teams') blocks.push({ kind: 'note', text: [teamScoreLine[shown.teamScore]] })
  if (shown.link) blocks.push({ kind: 'buttons', buttons: [{ url: shown.link, label: 'Open the board' }] })
  return { summary, blocks }
}

function row(standing: Standing, own: boolean): BoardRow {
  return {
    rank: standing.rank,
    name: playerName(standing.name),
    points: standing.points,
    ...(standing.movement === undefined ? {} : { movement: standing.movement }),
    ...(own ? { own } : {}),
  }
}

/** Who asked to be forgotten keeps a place without a name. */
export function playerName(name: string): string {
  return name === '' ? 'Somebody' : name
}

/** Where a workspace keeps its players' names to itself. */
export function hiddenName(number: number): string {
  return `Player ${number}`
}

function emptyBoard(title: string, by: BoardSubject): Message {
  const line =
    by === 'teams'
      ? 'No team has points yet. Join one with `/heroku-quiz team join` or create one with `/heroku-quiz team create`, then answer a question.'
      : 'Nobody has points yet. Answer today’s question and be the first.'
  return {
    summary: `${title}: nothing yet.`,
    blocks: [
      { kind: 'heading', text: title },
      { kind: 'text', text: prose(line) },
    ],
  }
}
