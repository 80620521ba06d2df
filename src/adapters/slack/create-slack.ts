import type { HTTPReceiver } from '@slack/bolt'
import type { HandleEvent } from '../../ports/chat-event.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Installations } from '../../ports/installations.ts'
import type { Tries } from '../../ports/store/tries.ts'
import type { ChatNeeds, OpenChat } from '../chats/chat-module.ts'
import { deriveSecret } from '../chats/derive-secret.ts'
import type { Log } from '../chats/log.ts'
import { createMarks } from '../chats/marks.ts'
import { createChat } from './chat.ts'
import { createSocketReceiver, listenOverHttp } from './connect/bolt.ts'
import { createInstallationBook, type InstallationBook } from './connect/installations.ts'
import { createOAuth, type Granted, type OAuthSettings } from './connect/oauth.ts'
import { createSeal } from './connect/seal.ts'
import { createTokens } from './connect/tokens.ts'
import { createPeople } from './people.ts'
import { installedEvent } from './receive/installed.ts'
import { createListener } from './receive/listener.ts'
import { eventsRoute, oauthRoutes } from './receive/transport.ts'
import { createRights } from './rights.ts'
import { type ClientOptions, clientOptions, createWebApi, type TokenOf } from './send/web-api.ts'

export type SlackOptions = {
  signingSecret: string
  /** Turns on Socket Mode. */
  appToken?: string | undefined
  /** Replaces the base address of the Web API. It ends with a slash. */
  apiUrl?: string | undefined
  /** The current APP_SECRET and the earlier ones, which still decrypt existing data. */
  secrets: readonly [string, ...string[]]
  tries: Tries
  handleEvent: HandleEvent
  log: Log
  clock: Clock
} & (OneWorkspace | ManyWorkspaces)

type OneWorkspace = { botToken: string }

type ManyWorkspaces = {
  oauth: OAuthSettings
  publicUrl: string
  sitePage: ChatNeeds['sitePage']
  installations: Installations
}

/** Connects to Slack through Bolt, which verifies signatures and runs OAuth. */
export function createSlack(options: SlackOptions): OpenChat {
  const { signingSecret, handleEvent, log, clock, tries, appToken } = options
  const clients = clientOptions(options)
  const { tokenOf, book, oauth } = grants(options, clients, (installation) => {
    const event = installedEvent(installation, { people: () => people, now: clock.now() })
    if (event) handleEvent(event).catch((error: unknown) => log.error({ err: error }, 'an event failed'))
  })
  const web = createWebApi({ tokenOf, ownToken: book === undefined, clock, options: clients })
  const marks = createMarks(options.secrets)
  const people = createPeople({ web, clock })
  const listener = createListener({
    web,
    marks,
    tries,
    clock,
    log,
    handleEvent,
    people,
    lostBy: async (owner, at) => (book ? book.lostBy(owner, at) : [owner]),
    forget: async (workspace) => book?.remove(workspace),
  })
  const deps = {
    listener,
    log,
    clientOptions: clients,
    belongs: async (team: string, enterprise: string) => book?.link(team, enterprise),
  }
  const socket = appToken === undefined ? undefined : createSocketReceiver(deps, appToken)
  const http = socket === undefined ? listenOverHttp(deps) : undefined
  return {
    chat: createChat({ web, marks, tries, clock, log }),
    rights: createRights(people),
    async plugin(server) {
      if (http) await server.register(eventsRoute(http, { signingSecret, unused }))
      if (oauth) await server.register(oauthRoutes(oauth))
    },
    async start() {
      await socket?.start()
    },
    async stop() {
      await socket?.stop()
      await listener.settled()
    },
  }

  function unused(what: string): void {
    handleEvent({ kind: 'unsupported', what }).catch((error: unknown) => log.error({ err: error }, 'an event failed'))
  }
}

/** Returns the token of each workspace, which is the operator's single token or the one granted through OAuth. */
function grants(
  options: SlackOptions,
  clients: ClientOptions,
  installed: (installation: Granted) => void,
): { tokenOf: TokenOf; book?: InstallationBook; oauth?: HTTPReceiver } {
  if ('botToken' in options) {
    const { botToken } = options
    return { tokenOf: async () => botToken }
  }
  const book = createInstallationBook(options.installations, createSeal(options.secrets))
  const settings = options.oauth
  const oauth = createOAuth({
    ...options,
    settings,
    stateSecret: deriveSecret(options.secrets[0], 'slack oauth state').toString('hex'),
    book,
    clientOptions: clients,
    installed,
  })
  return { tokenOf: createTokens({ ...options, settings, book, clientOptions: clients }), book, oauth }
}
