import type { Standing, TeamScore } from '../domain/standings.ts'
import type { Block, Message } from '../ports/message.ts'
import { playerName, teamScoreLine } from './board.ts'
import { counted, sentence } from './rich.ts'
import { inZone } from './schedule.ts'

/** Monday's post: the week's teams and players. */
export function weeklyBoard(week: {
  teams: readonly Standing[]
  players: readonly Standing[]
  teamScore: TeamScore
  link?: string
}): Message {
  const leader = week.teams[0] ?? week.players[0]
  if (!leader) {
    const line = 'Nobody answered this week. The next question is a fresh start for everyone.'
    return { summary: line, blocks: [{ kind: 'text', text: [line] }] }
  }
  const blocks: Block[] = [{ kind: 'heading', text: 'The week’s board' }]
  if (week.teams.length > 0) blocks.push(rows(week.teams), { kind: 'note', text: [teamScoreLine[week.teamScore]] })
  if (week.players.length > 0) blocks.push({ kind: 'text', text: [{ bold: 'Players' }] }, rows(week.players))
  if (week.link) blocks.push({ kind: 'buttons', buttons: [{ url: week.link, label: 'Open the board' }] })
  return {
    summary: `The week’s board: ${playerName(leader.name)} leads with ${counted(leader.points, 'point', 'points')}.`,
    blocks,
  }
}

function rows(standings: readonly Standing[]): Block {
  return {
    kind: 'board',
    rows: standings.map(({ rank, name, points, movement }) => ({
      rank,
      name: playerName(name),
      points,
      ...(movement === undefined ? {} : { movement }),
    })),
  }
}

export function weeklySet(zone: string, next: Date | undefined): Message {
  return sentence(next ? `The week’s board comes here next on ${inZone(next, zone)}.` : 'The week’s board is off.')
}

export function weeklyEnded(): Message {
  return sentence('The week’s board does not come by itself any more. `leaderboard` always shows it.')
}
