import type { AskedWindow, BoardSubject, Standing, TeamScore } from '../domain/standings.ts'
import type { Block, BoardRow, Button, Message } from '../ports/message.ts'
import { counted, prose } from './rich.ts'

const windowNames: Record<AskedWindow, string> = {
  week: 'this week',
  season: 'this season',
  month: 'this month',
  all: 'all time',
}

export const teamScoreLine: Record<TeamScore, string> = {
  'best-three': 'A team’s points come from its best three players each day.',
  sum: 'A team’s points come from all its players.',
}

type Shown = { by: BoardSubject; top: readonly Standing[]; own?: Standing }

/** Shows the top of each board and the asker's own row. */
export function boards(told: {
  window: AskedWindow
  shown: readonly Shown[]
  teamScore: TeamScore
  hasTeam: boolean
  /** More blocks about a season. */
  below?: readonly Block[]
  link?: string
}): Message {
  const { window, shown, hasTeam } = told
  const blocks = [...shown.flatMap((one) => boardBlocks(one, told)), ...(told.below ?? [])]
  const buttons: Button[] = []
  if (!hasTeam) buttons.push({ action: 'team-choose:0', label: 'Join a team', look: 'plain' })
  if (told.link) buttons.push({ url: told.link, label: 'Open the board' })
  if (buttons.length > 0) blocks.push({ kind: 'buttons', buttons })
  const [first] = shown
  return { summary: first ? summaryOf(first, window) : windowNames[window], blocks }
}

function summaryOf({ by, top }: Shown, window: AskedWindow): string {
  const [leader] = top
  if (!leader) return `${titleOf(by, window)}: nothing yet.`
  return `${titleOf(by, window)}: ${playerName(leader.name)} leads with ${counted(leader.points, 'point', 'points')}.`
}

function titleOf(by: BoardSubject, window: AskedWindow): string {
  return `${by === 'teams' ? 'Teams' : 'Players'}, ${windowNames[window]}`
}

function boardBlocks(
  { by, top, own }: Shown,
  { window, teamScore, hasTeam }: { window: AskedWindow; teamScore: TeamScore; hasTeam: boolean },
): Block[] {
  const blocks: Block[] = [{ kind: 'heading', text: titleOf(by, window) }]
  if (top.length === 0) return [...blocks, { kind: 'text', text: prose(nothingYet(by, hasTeam)) }]
  blocks.push({ kind: 'board', rows: top.map((standing) => row(standing, standing.subjectId === own?.subjectId)) })
  if (own && !top.some((standing) => standing.subjectId === own.subjectId)) {
    blocks.push({ kind: 'board', rows: [row(own, true)] })
  }
  if (!own && by === 'players') blocks.push({ kind: 'note', text: [noOwnPoints(window)] })
  if (by === 'teams') blocks.push({ kind: 'note', text: [teamScoreLine[teamScore]] })
  return blocks
}

function noOwnPoints(window: AskedWindow): string {
  return window === 'all' ? 'You have no points yet.' : `You have no points ${windowNames[window]} yet.`
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

/** Players who asked to be forgotten keep their rank without a name. */
export function playerName(name: string): string {
  return name === '' ? 'Somebody' : name
}

/** Used by workspaces that hide their players' names. */
export function hiddenName(number: number): string {
  return `Player ${number}`
}

/** A winner in the hall of fame of such a workspace. */
export const hiddenWinner = 'A player'

function nothingYet(by: BoardSubject, hasTeam: boolean): string {
  if (by === 'players') return 'Nobody has points yet. Answer the next question to be the first.'
  if (hasTeam)
    return 'No team has points yet. Points count for a team from the moment you join it. Answer the next question to be the first.'
  return 'No team has points yet. Join one or create one, then answer a question.'
}
