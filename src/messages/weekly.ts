import type { Standing, TeamScore } from '../domain/standings.ts'
import type { WeekFigures } from '../domain/week-figures.ts'
import type { Block, BoardRow, Message, Rich } from '../ports/message.ts'
import { playerName, teamScoreLine } from './board.ts'
import { channelName } from './closed-channel.ts'
import { ofWeek } from './habit/of-week.ts'
import { climbLine, raceLine } from './habit/week-highlights.ts'
import {
  hardestLine,
  milestoneLine,
  streakLine,
  teamTurnoutLine,
  turnoutLine,
  welcomeLine,
} from './habit/week-lines.ts'
import { counted, sentence, shortened } from './rich.ts'
import { inZone } from './schedule.ts'

/** The content of the weekly post. */
export type Week = {
  workspaceName: string
  /** The first and last day of the week, `2026-01-31`. */
  first: string
  last: string
  teams: readonly Standing[]
  players: readonly Standing[]
  teamScore: TeamScore
  figures: WeekFigures
  /** The prompt of the hardest question. */
  hardestPrompt?: string
  link?: string
}

export const weekTitle = 'Weekly leaderboard'
const namesMost = 40
const linesMost = 6

/** The weekly post. The picture has the same content as the text. */
export function weeklyBoard(week: Week, picture?: { png: Uint8Array; alt: string }): Message {
  const leader = week.teams[0] ?? week.players[0]
  if (!leader) return withoutPoints(week)
  const blocks: Block[] = [{ kind: 'heading', text: `${weekTitle}, ${daysInWords(week)}` }]
  if (picture) blocks.push({ kind: 'image', png: picture.png, name: `week-${week.first}.png`, alt: picture.alt })
  if (week.teams.length > 0) {
    const rows = boardRows(week.teams)
    blocks.push(
      heading('Teams'),
      { kind: 'board', rows, caption: 'Teams of the week' },
      { kind: 'note', text: [teamScoreLine[week.teamScore]] },
    )
  }
  if (week.players.length > 0) {
    const rows = boardRows(week.players)
    blocks.push(heading('Players'), { kind: 'board', rows, caption: 'Players of the week' })
  }
  const { items, welcome } = highlights(week)
  blocks.push({ kind: 'list', items })
  if (welcome) blocks.push({ kind: 'text', text: welcome })
  if (week.link) blocks.push({ kind: 'buttons', buttons: [{ url: week.link, label: 'Open the board' }] })
  const points = counted(leader.points, 'point', 'points')
  return { summary: `${weekTitle}: ${playerName(leader.name)} leads with ${points}.`, blocks }
}

/** `16 to 22 November`, `30 November to 6 December`. */
export function daysInWords({ first, last }: Pick<Week, 'first' | 'last'>): string {
  const sameMonth = first.slice(0, 7) === last.slice(0, 7)
  return `${dayInWords(first, sameMonth ? {} : { month: 'long' })} to ${dayInWords(last, { month: 'long' })}`
}

export function boardRows(standings: readonly Standing[]): BoardRow[] {
  return standings.map(({ rank, name, points, movement }) => ({
    rank,
    name: shortened(playerName(name), namesMost),
    points,
    ...(movement === undefined ? {} : { movement }),
  }))
}

function dayInWords(day: string, month: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', ...month }).format(new Date(day))
}

function heading(words: string): Block {
  return { kind: 'text', text: [{ bold: words }] }
}

/** The highlights by priority, at most six lines. The welcome is separate, below the list. */
function highlights(week: Week): { items: Rich[]; welcome?: Rich } {
  const { figures, first, hardestPrompt } = week
  const welcome = welcomeLine(figures, first)
  const [turnout, milestones] = [turnoutLine(figures, first), milestoneLine(figures, first)]
  const [climb, race] = [climbLine(week), raceLine(week)]
  const [streaks, team] = [streakLine(figures, first), teamTurnoutLine(figures, first)]
  const hardest = hardestLine(figures, first, hardestPrompt)
  const said = [turnout, milestones, welcome, race, climb, hardest, team, streaks]
    .filter((line) => line !== undefined)
    .slice(0, linesMost)
  const inOrder = [turnout, milestones, climb, race, streaks, hardest, team]
  const items = inOrder.filter((line) => line !== undefined).filter((line) => said.includes(line))
  return { items, ...(welcome && { welcome }) }
}

function withoutPoints({ first, figures }: Week): Message {
  return sentence(ofWeek(first, figures.answers === 0 ? withoutAnswers : toughWeek))
}

const withoutAnswers = [
  'Nobody answered last week. With the next question, everyone can start again.',
  'Last week went by without an answer. The next question is a new chance for everyone.',
  'There were no answers last week. Who’ll be first to answer the next question?',
]
const toughWeek = [
  'Last week’s questions were tough: nobody has points yet. With the next question, everyone can start again.',
  'Nobody earned a point on last week’s questions. The next question is a new chance for everyone.',
  'Those were hard questions last week, and nobody has points yet. Who will get the next one right?',
]

/** `moved` is the channel where it was posted before. */
export function weeklySet(zone: string, next: Date | undefined, moved?: { name: string }): Message {
  const from = moved ? ` It’s no longer posted in ${channelName(moved)}.` : ''
  return sentence(
    next
      ? `The weekly leaderboard will be posted here next on ${inZone(next, zone)}.${from}`
      : 'The weekly leaderboard is off.',
  )
}

export function weeklyEnded(): Message {
  return sentence('The weekly leaderboard is off. `/heroku-quiz leaderboard` always shows it.')
}
