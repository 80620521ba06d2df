import type { Message } from '../ports/message.ts'
import { counted, sentence } from './rich.ts'

export function teamCreated(name: string): Message {
  return sentence(`Team ${name} is there, and you are in it. Others join with: team join ${name}`)
}

export function teamJoined(name: string): Message {
  return sentence(`You are in team ${name} now. Points you earned before stay with the team you earned them for.`)
}

export function teamLeft(name: string): Message {
  return sentence(`You left team ${name}. The points you earned for it stay with it.`)
}

export function teamRenamed(name: string): Message {
  return sentence(`Your team is called ${name} now.`)
}

export function teamLinked(name: string, linked: boolean): Message {
  if (!linked) return sentence(`Team ${name} follows no group any more. Who is in it stays in it.`)
  return sentence(
    `Team ${name} follows that group: who is in it and has played is in the team. Someone in two linked groups stays in the team that they are in.`,
  )
}

export function teamList(teams: readonly { name: string; members: number }[], own?: string): Message {
  if (teams.length === 0) return sentence('There is no team yet. Start one with `team create NAME`.')
  return {
    summary: counted(teams.length, 'team', 'teams'),
    blocks: [
      { kind: 'heading', text: 'Teams' },
      {
        kind: 'list',
        items: teams.map((team) => [
          { bold: team.name },
          ` · ${counted(team.members, 'player', 'players')}${team.name === own ? ' · yours' : ''}`,
        ]),
      },
    ],
  }
}
