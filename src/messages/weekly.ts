import type { Standing, TeamScore } from '../domain/standings.ts'
import type { WeekFigures } from '../domain/week-figures.ts'
import type { Block, BoardRow, Message, Rich } from '../ports/message.ts'
import { playerName, teamScoreLine } from './board.ts'
import { weekHighlights } from './habit/week-highlights.ts'
import { counted, listed, prose, sentence, shortened } from './rich.ts'
import { inZone } from './schedule.ts'

/** All that is said about a week. */
export type Week = {
  workspaceName: string
  /** Its first and last day, `2026-01-31`. */
  first: string
  last: string
  teams: readonly Standing[]
  players: readonly Standing[]
  teamScore: TeamScore
  figures: WeekFigures
  /** What the hardest question asked. */
  hardestPrompt?: string
  link?: string
}

export const weekTitle = 'Weekly leaderboard'
const namesMost = 40
const promptMost = 120

/** Monday's post. The picture says nothing that the text does not. */
export function weeklyBoard(week: Week, picture?: { png: Uint8Array; alt: string }): Message {
  const leader = week.teams[0] ?? week.players[0]
  if (!leader) return withoutPoints(week.figures)
  const blocks: Block[] = [{ kind: 'heading', text: `${weekTitle}, ${daysInWords(week)}` }]
  if (picture) blocks.push({ kind: 'image', png: picture.png, name: `week-${week.first}.png`, alt: picture.alt })
  if (week.teams.length > 0) {
    const rows = boardRows(week.teams)
    blocks.push(heading('Teams'), { kind: 'board', rows }, { kind: 'note', text: [teamScoreLine[week.teamScore]] })
  }
  if (week.players.length > 0) blocks.push(heading('Players'), { kind: 'board', rows: boardRows(week.players) })
  blocks.push({ kind: 'list', items: facts(week) })
  const { newcomers } = week.figures
  if (newcomers.count > 0) blocks.push({ kind: 'text', text: [welcome(newcomers)] })
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

function facts({ figures, hardestPrompt, ...boards }: Week): Rich[] {
  const { answers, players, questions, hardest, streak } = figures
  const took = `${counted(players, 'person', 'people')} gave ${counted(answers, 'answer', 'answers')}`
  const items: Rich[] = [[`${took} to ${counted(questions, 'question', 'questions')}.`], ...weekHighlights(boards)]
  if (hardest && hardestPrompt !== undefined) {
    const share = hardest.correct === 0 ? 'nobody got it' : `${hardest.correct} of ${hardest.players} got it`
    items.push([{ bold: 'Hardest: ' }, ...prose(shortened(hardestPrompt, promptMost)), ` (${share})`])
  }
  if (streak) {
    const days = counted(streak.days, 'question day', 'question days')
    items.push([{ bold: 'Longest streak: ' }, `${shortened(playerName(streak.name), namesMost)}, ${days} in a row`])
  }
  return items
}

function welcome({ count, names }: WeekFigures['newcomers']): string {
  const unnamed = count - names.length
  const named = names.map((name) => shortened(name, namesMost))
  if (named.length === 0) return `Welcome to ${counted(count, 'new face', 'new faces')}!`
  return `Welcome, ${listed(unnamed > 0 ? [...named, `${unnamed} more`] : named)}!`
}

function withoutPoints({ answers }: WeekFigures): Message {
  return sentence(
    answers === 0
      ? 'Nobody answered last week. The next question is a fresh start for everyone.'
      : 'Last week’s questions were tough: nobody has points yet. The next one is a fresh start for everyone.',
  )
}

export function weeklySet(zone: string, next: Date | undefined): Message {
  return sentence(
    next
      ? `The weekly leaderboard will be posted here next on ${inZone(next, zone)}.`
      : 'The weekly leaderboard is off.',
  )
}

export function weeklyEnded(): Message {
  return sentence('The weekly leaderboard is off. `/heroku-quiz leaderboard` always shows it.')
}
