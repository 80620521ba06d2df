import type { Message } from '../ports/message.ts'
import { sentence } from './rich.ts'

/** Messages that only Discord needs. */

export const discordCommandWords = {
  description: 'Ask, answer, see the boards: one Heroku question at a time',
  adminDescription: 'For admins: when questions come, settings, disputes, the desk',
  group: (name: string) => `All about ${name}`,
} as const

export const discordAppWords = {
  description:
    'One question about Heroku every working day. Everybody answers privately, in their own words, and a rubric grades each answer right away and explains the grade. Teams and players climb the board.',
  tags: ['quiz', 'trivia', 'learning', 'heroku', 'teams'],
} as const

export function done(): Message {
  return sentence('Done.')
}

/** For a command or a menu from an older release. */
export function unknownHere(): Message {
  return sentence('I don’t know that command anymore. `/heroku-quiz help` lists what I can do.')
}

/** Shown below a mention, if the reply is private and the person's direct messages are closed. */
export function cannotWriteDirectly(): Message {
  return sentence(
    'My reply is just for you, and I can’t send you a direct message. Type `/heroku-quiz` instead: only you will see the reply.',
  )
}

/** The place in Discord's developer portal where a value has to be entered. */
function enter(value: string): string {
  return `https://discord.com/developers/applications, General Information, Interactions Endpoint URL: enter ${value}`
}

/** A problem that `doctor` reports, and its fix: one of our own commands (`quiz`) or another step (`remedy`). */
export type AppFault = { detail: string } & ({ quiz: string } | { remedy: string })

const register = { quiz: 'discord register' } as const

export const discordFaults = {
  otherApplication: (id: string): AppFault => ({
    detail: `the token belongs to another application, ${id}`,
    remedy: `heroku config:set DISCORD_APPLICATION_ID=${id}`,
  }),
  otherKey: {
    detail: 'the public key isn’t the one that General Information shows for this application',
    remedy: 'heroku config:set DISCORD_PUBLIC_KEY=...',
  },
  notRegistered: (names: readonly string[]): AppFault => ({
    detail: `not registered: ${names.map((name) => `/${name}`).join(', ')}`,
    ...register,
  }),
  noEndpoint: { detail: 'no Interactions Endpoint URL is set', ...register },
  otherEndpoint: (endpoint: string): AppFault => ({
    detail: `the Interactions Endpoint URL is ${endpoint}, but this app is at another address`,
    ...register,
  }),
  endpointBesideGateway: (endpoint: string): AppFault => ({
    detail: `the Interactions Endpoint URL ${endpoint} keeps Discord from sending anything over the gateway`,
    remedy: enter('nothing'),
  }),
} as const
