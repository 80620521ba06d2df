import type { Message } from '../ports/message.ts'
import { counted, sentence } from './rich.ts'

export function teamCreated(name: string): Message {
  return sentence(`You created team ${name}. Others can join it with \`/heroku-quiz team join\` and its name.`)
}

export function teamJoined(name: string): Message {
  return sentence(`You’re in team ${name} now. Points you earned before stay with the team you earned them for.`)
}

export function teamLeft(name: string): Message {
  return sentence(`You left team ${name}. The points you earned for it stay there.`)
}

export function teamRenamed(name: string): Message {
  return sentence(`Your team’s name is now ${name}.`)
}

export function teamLinked(name: string, linked: boolean): Message {
  if (!linked) return sentence(`Team ${name} no longer follows a group. Its members stay.`)
  return sentence(
    `Team ${name} now follows that group: everyone in the group who has played is in the team. Whoever is in two such groups stays in the team they’re in.`,
  )
}

export function teamList(teams: readonly { name: string; members: number }[], own?: string): Message {
  if (teams.length === 0) return sentence('There are no teams yet. Start one with `/heroku-quiz team create NAME`.')
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
