import type { PlannedPlayer, PlannedTeam, TeamPlan } from '../../domain/teams/team-plan.ts'
import type { Block, Button, Message, Rich } from '../../ports/message.ts'
import { playerName } from '../board.ts'
import { counted, listed, sentence, shortened } from '../rich.ts'

/** Limits for a proposal in one message: the names in total, and the minimum per team. */
const namesInAll = 60
const namesLeast = 3
const longestName = 40

export function teamProposal(plan: TeamPlan): Message {
  const said = planInWords(plan)
  return {
    summary: said,
    blocks: [
      { kind: 'heading', text: 'Balanced teams' },
      { kind: 'text', text: [said] },
      { kind: 'list', items: plan.teams.map((team) => teamLine(team, plan)) },
      ...planNotes(plan).map((note): Block => ({ kind: 'note', text: [note] })),
      { kind: 'buttons', buttons: buttonsOf(plan) },
    ],
  }
}

export const outOfDate = 'Teams or players have changed since then, so nobody was moved. Here’s a new proposal.'

/** A new proposal, because the accepted one was out of date. */
export function freshProposal(plan: TeamPlan): Message {
  return { summary: outOfDate, blocks: [{ kind: 'text', text: [outOfDate] }, ...teamProposal(plan).blocks] }
}

export function planInWords({ teams, moves, players }: TeamPlan): string {
  const even = `${counted(teams.length, 'evenly matched team', 'evenly matched teams')}`
  if (moves === 0) return `Your teams are already balanced: ${even}, and nobody needs to move.`
  return `${even}, based on what everybody earned in the four weeks up to yesterday. ${moves} of ${counted(players, 'player', 'players')} would move.`
}

export function planNotes({ moves, average, leftOut, emptied }: TeamPlan): string[] {
  const notes: string[] = []
  if (average > 0) {
    notes.push(
      `${counted(average, 'player', 'players')} without an answer in that time ${average === 1 ? 'counts' : 'count'} as average.`,
    )
  }
  if (emptied.length > 0) notes.push(`Nobody would be left in ${listed(emptied)}.`)
  if (leftOut.length > 0) {
    notes.push(`Unchanged, because they follow a user group or role: ${listed(leftOut)}.`)
  }
  if (moves > 0) {
    notes.push('Nothing changes until you accept. Points earned so far stay with the team they were earned for.')
  }
  return notes
}

/** `4 players · about 84 points a week`. */
export function teamFigures({ players, points, isNew }: PlannedTeam): string {
  const figures = `${counted(players.length, 'player', 'players')} · about ${counted(points, 'point', 'points')} a week`
  return isNew ? `${figures} · a new team` : figures
}

/** `Ann, Cem (from Core), Dora (had no team) and 12 more`. People who are new to the team come first. */
export function teamPeople({ players }: PlannedTeam, teams: number): string {
  const most = Math.max(namesLeast, Math.floor(namesInAll / teams))
  const inOrder = players.toSorted((one, other) => Number(one.from === undefined) - Number(other.from === undefined))
  const named = inOrder.slice(0, most).map(personInWords)
  const unnamed = players.length - named.length
  return listed(unnamed > 0 ? [...named, `${unnamed} more`] : named)
}

function personInWords({ name, from }: PlannedPlayer): string {
  const shown = shortened(playerName(name), longestName)
  if (from === undefined) return shown
  return from === '' ? `${shown} (had no team)` : `${shown} (from ${from})`
}

function teamLine(team: PlannedTeam, { teams }: TeamPlan): Rich {
  return [{ bold: team.name }, ` · ${teamFigures(team)}: ${teamPeople(team, teams.length)}`]
}

function buttonsOf({ code, next, moves }: TeamPlan): Button[] {
  const another: Button = { action: `team-balance:${next}`, label: 'Another proposal', look: 'plain' }
  if (moves === 0) return [another]
  return [
    { action: `team-accept:${code}`, label: 'Accept', look: 'primary' },
    another,
    { action: 'team-keep:0', label: 'Leave as is', look: 'plain' },
  ]
}

export function teamsBalanced({ moves }: TeamPlan): Message {
  const who = moves === 1 ? 'One player has' : `${moves} players have`
  return sentence(`Done. ${who} moved, and each will hear about it privately with their next grade.`)
}

export function teamsKept(): Message {
  return sentence('The teams stay as they are.')
}
