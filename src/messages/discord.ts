import type { Message } from '../ports/message.ts'
import { sentence } from './rich.ts'

/** Messages that only Discord needs. */

export const discordCommandWords = {
  description: 'Ask, answer, see the boards: one Heroku question at a time',
  adminDescription: 'For admins: when questions come, settings, disputes, the desk',
  group: (name: string) => `All about ${name}`,
} as const

/** The default texts for the app's page. */
export const discordAppWords = {
  description:
    'One question about Heroku every working day. Everybody answers privately, in their own words, and a rubric grades each answer at once and says why. Teams and players climb the board.',
  tags: ['quiz', 'trivia', 'learning', 'heroku', 'teams'],
} as const

export function done(): Message {
  return sentence('Done.')
}

/** For a command or a menu from an older release. */
export function unknownHere(): Message {
  return sentence('I don’t know that command any more. `/heroku-quiz help` lists what I can do.')
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

/**
 * The problems that `doctor` reports: the problem and, on a separate line, how to fix it. `quiz` is the prefix of our
 * own commands.
 */
export const discordFaults = {
  otherApplication: (id: string) =>
    `the token belongs to another application, ${id}\nheroku config:set DISCORD_APPLICATION_ID=${id}`,
  otherKey:
    'the public key is not this application’s own, which General Information shows\nheroku config:set DISCORD_PUBLIC_KEY=...',
  notRegistered: (names: readonly string[]) =>
    `not registered: ${names.map((name) => `/${name}`).join(', ')}\nquiz discord register`,
  noEndpoint: 'no Interactions Endpoint URL is set\nquiz discord register',
  otherEndpoint: (endpoint: string) =>
    `the Interactions Endpoint URL is ${endpoint}, but this app is at another address\nquiz discord register`,
  endpointBesideGateway: (endpoint: string) =>
    `the Interactions Endpoint URL ${endpoint} keeps everything from the gateway\n${enter('nothing')}`,
} as const
