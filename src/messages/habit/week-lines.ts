import type { WeekFigures } from '../../domain/week-figures.ts'
import type { Rich } from '../../ports/message.ts'
import { playerName } from '../board.ts'
import { counted, listed, prose, shortened } from '../rich.ts'
import { ofWeek } from './of-week.ts'

const namesMost = 40
const promptMost = 120
const reachedNamed = 4

type Named = { name: string; days: number }
type Line = (figures: WeekFigures, first: string) => Rich | undefined

export const turnoutLine: Line = (figures, first) => {
  const { answers, questions } = figures
  const [gave, to] = [counted(answers, 'answer', 'answers'), counted(questions, 'question', 'questions')]
  const words = [
    () => `${peopleOf(figures)} gave ${gave} to ${to}.`,
    () => `${to}, ${gave}: ${peopleOf(figures)} took part.`,
    () => `${peopleOf(figures)} took part, with ${gave} to ${to}.`,
  ]
  return [ofWeek(first, words)()]
}

/** `9 of 12 players`, if some players were absent. */
function peopleOf({ players, recent }: WeekFigures): string {
  return recent > players
    ? `${players} of ${counted(recent, 'player', 'players')}`
    : counted(players, 'person', 'people')
}

/** Players who reached a milestone. */
export const milestoneLine: Line = ({ milestones }, first) => {
  const [top, ...others] = milestones.slice(0, reachedNamed)
  if (!top) return undefined
  const unnamed = milestones.length - reachedNamed
  const more = unnamed > 0 ? [`${unnamed} more`] : []
  const days = inARow(top.days)
  const words: (() => Rich)[] = [
    () => [
      { bold: others.length + unnamed > 0 ? 'Milestones: ' : 'Milestone: ' },
      listed([`${nameOf(top)} reached ${days}`, ...others.map((one) => `${nameOf(one)} ${one.days}`), ...more]),
    ],
    () => [
      { bold: 'Congratulations' },
      ` to ${listed([`${nameOf(top)} on ${days}`, ...others.map((one) => `${nameOf(one)} on ${one.days}`), ...more])}`,
    ],
    () => [
      { bold: 'Keeping it up: ' },
      listed([`${days} for ${nameOf(top)}`, ...others.map((one) => `${one.days} for ${nameOf(one)}`), ...more]),
    ],
  ]
  return ofWeek(first, words)()
}

/** The longest streaks, without players in the milestone line. */
export const streakLine: Line = ({ streaks, milestones }, first) => {
  const [top, ...others] = streaks.filter(({ name }) => !milestones.some((one) => one.name === name))
  if (!top) return undefined
  const days = inARow(top.days)
  const each = (word: string): string[] => others.map((one) => `${nameOf(one)} ${word} ${one.days}`)
  const words: (() => Rich)[] = [
    () => [
      { bold: others.length > 0 ? 'Longest streaks: ' : 'Longest streak: ' },
      `${nameOf(top)}, ${days}${others.length > 0 ? `, then ${listed(each('with'))}` : ''}`,
    ],
    () => [{ bold: 'Still going: ' }, listed([`${nameOf(top)} after ${days}`, ...each('after')])],
    () => [{ bold: 'On a roll: ' }, listed([`${nameOf(top)} with ${days}`, ...each('with')])],
  ]
  return ofWeek(first, words)()
}

/** The question with the fewest correct answers. `prompt` is its text. */
export function hardestLine({ hardest }: WeekFigures, first: string, prompt?: string): Rich | undefined {
  if (!hardest || prompt === undefined) return undefined
  const share = hardest.correct === 0 ? 'nobody got it' : `${hardest.correct} of ${hardest.players} got it`
  const title = ofWeek(first, ['Hardest: ', 'Toughest question: ', 'The one to remember: '])
  return [{ bold: title }, ...prose(shortened(prompt, promptMost)), ` (${share})`]
}

/** The team with the best turnout. */
export const teamTurnoutLine: Line = ({ turnout }, first) => {
  if (!turnout) return undefined
  const { members, played } = turnout
  const team = shortened(turnout.team, namesMost)
  const share = played === members ? `all ${members}` : `${played} of ${members}`
  const words: (() => Rich)[] = [
    () => [{ bold: 'Best turnout: ' }, `${team}, where ${share} played`],
    () => [{ bold: 'Team effort: ' }, `${share} in ${team} played`],
    () => [{ bold: 'Out in force: ' }, `${team}, with ${share} playing`],
  ]
  return ofWeek(first, words)()
}

/** Welcomes new players and names the best one, unless all players are new. */
export const welcomeLine: Line = ({ newcomers, players }, first) => {
  const { count, best } = newcomers
  if (count === 0) return undefined
  const unnamed = count - newcomers.names.length
  const names = newcomers.names.map((name) => shortened(name, namesMost))
  const who = names.length === 0 ? undefined : listed(unnamed > 0 ? [...names, `${unnamed} more`] : names)
  const faces = counted(count, 'new face', 'new faces')
  const begins =
    best && count < players ? { name: nameOf(best), points: counted(best.points, 'point', 'points') } : undefined
  const words = [
    () => [who ? `Welcome, ${who}!` : `Welcome to ${faces}!`, begins && `${begins.name} starts with ${begins.points}.`],
    () => [
      who ? `New here: ${who}. Welcome!` : `${faces} this week. Welcome!`,
      begins && `${begins.points} for ${begins.name} in the first week.`,
    ],
    () => [
      who ? `Good to see you here, ${who}!` : `Good to see ${faces}!`,
      begins && `${begins.name} has ${begins.points} after the first week.`,
    ],
  ]
  return [ofWeek(first, words)().filter(Boolean).join(' ')]
}

function inARow(days: number): string {
  return `${counted(days, 'question day', 'question days')} in a row`
}

function nameOf({ name }: Pick<Named, 'name'>): string {
  return shortened(playerName(name), namesMost)
}
