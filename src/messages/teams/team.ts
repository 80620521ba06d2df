import { longestTeamName } from '../../domain/team-name.ts'
import type { Button, Form, Message } from '../../ports/message.ts'
import { counted, prose, sentence } from '../rich.ts'

const pointsStay = 'Points you earned before stay with the team you earned them for.'

export function teamCreated(name: string): Message {
  return sentence(`You created team ${name}. Others can join it with \`/heroku-quiz team join\` and its name.`)
}

export function teamJoined(name: string): Message {
  return sentence(`You’re in team ${name} now. ${pointsStay}`)
}

/** For a player whom an admin moved, with their next grade. */
export function movedTo(name: string): string {
  return `An admin balanced the teams: you’re in team ${name} now. ${pointsStay}`
}

export function teamLeft(name: string): Message {
  return sentence(`You left team ${name}. The points you earned for it stay there.`)
}

export function teamRenamed(name: string): Message {
  return sentence(`Your team’s name is now ${name}.`)
}

/** `later`: on platforms that send a person's groups only with events. */
export function teamLinked(name: string, followed: 'now' | 'later' | 'no'): Message {
  if (followed === 'no') return sentence(`Team ${name} no longer follows a group. Its members stay.`)
  const who =
    followed === 'now'
      ? 'everyone in the group who has played is in the team'
      : 'everyone with that role joins the team the next time they answer or do anything else here, and leaves it the same way after losing the role'
  return sentence(`Team ${name} now follows that group: ${who}. Anyone in two such groups stays in their current team.`)
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

/** A limit for the chat's window. The names of other teams can be typed. */
const teamsOffered = 8

/** Largest first, because most colleagues are there. */
export function chooseTeam(teams: readonly { id: number; name: string; members: number }[]): Message {
  const offered = teams.toSorted((one, other) => other.members - one.members).slice(0, teamsOffered)
  const buttons = offered.map(({ id, name }): Button => ({ action: `team-join:${id}`, label: name, look: 'plain' }))
  const said = 'Which team do you want to join?'
  const others = teams.length > offered.length ? ' For the others, type `/heroku-quiz team join` and the name.' : ''
  return {
    summary: said,
    blocks: [
      { kind: 'text', text: prose(`${said}${others}`) },
      { kind: 'buttons', buttons: [...buttons, { action: 'team-new:0', label: 'New team', look: 'primary' }] },
    ],
  }
}

export function newTeamForm(): Form {
  return {
    action: 'team-new:0',
    title: 'New team',
    intro: 'You’ll be in it, and others can join.',
    fields: [
      { name: 'name', label: 'Name', placeholder: 'For example, The Rockets', most: longestTeamName, lines: 'one' },
    ],
    submit: 'Create',
  }
}
