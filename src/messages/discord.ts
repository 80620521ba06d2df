import type { Message } from '../ports/message.ts'
import { sentence } from './rich.ts'

/** Words that only Discord's ways make necessary. */

export const discordCommandWords = {
  description: 'Ask, answer, see the boards: one Heroku question at a time',
  group: (name: string) => `All about ${name}`,
} as const

export function done(): Message {
  return sentence('Done.')
}

/** A team plays in its server; alone with the bot there is no team, no channel and no board. */
export function onlyInServers(): Message {
  return sentence(
    'I work in servers: that is where the teams and the boards are. Type `/heroku-quiz` in a channel of your server.',
  )
}

/** A command or a menu that an older release left behind. */
export function unknownHere(): Message {
  return sentence('I don’t know that one any more. `/heroku-quiz help` lists what I can do.')
}

/** Below a mention, where the reply is for one person only and direct messages are closed. */
export function cannotWriteDirectly(): Message {
  return sentence(
    'The reply is for your eyes only, and I may not write to you directly. Type `/heroku-quiz` instead: only you see what comes then.',
  )
}

/** What `doctor` finds, each with where to mend it. */
export const discordFaults = {
  otherApplication: (id: string) =>
    `the token belongs to the application ${id}: DISCORD_APPLICATION_ID or DISCORD_TOKEN`,
  otherKey: 'DISCORD_PUBLIC_KEY is not the one of this application (General Information)',
  notRegistered: '/heroku-quiz is not registered: npm run quiz -- discord register',
  noEndpoint: (wanted: string) => `no Interactions Endpoint URL is set: enter ${wanted} under General Information`,
  otherEndpoint: (endpoint: string, wanted: string) =>
    `the Interactions Endpoint URL is ${endpoint}, this app is at ${wanted} (General Information, or PUBLIC_URL)`,
  endpointBesideGateway: (endpoint: string) =>
    `the Interactions Endpoint URL ${endpoint} keeps everything from the gateway: empty it under General Information`,
  noMembers: 'roles as teams need Server Members Intent (https://discord.com/developers/applications, Bot)',
} as const
