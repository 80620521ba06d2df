import type { FastifyPluginAsync } from 'fastify'
import type { Place, Platform } from '../../domain/place.ts'
import type { Chat } from '../../ports/chat.ts'
import type { HandleEvent } from '../../ports/chat-event.ts'
import type { ChatLink } from '../../ports/chat-link.ts'
import type { Clock } from '../../ports/clock.ts'
import type { CommandWords } from '../../ports/command-words.ts'
import type { Finding } from '../../ports/finding.ts'
import type { Installations } from '../../ports/installations.ts'
import type { Rights } from '../../ports/rights.ts'
import type { Sandboxes } from '../../ports/store/sandboxes.ts'
import type { Tries } from '../../ports/store/tries.ts'
import type { Transcript } from '../../ports/transcript.ts'
import type { Html } from '../html/html.ts'
import type { ExamineMeans } from './examine.ts'
import type { Log } from './log.ts'
import type { Environment, ReadSettings } from './read-variables.ts'

/**
 * Everything that the app needs from a chat platform. Settings, front page, release phase, command line and `doctor` loop
 * over the list of modules, so that none of them names a platform. Importing a module must not load the platform's
 * library, which costs memory and startup time. Only its functions may load the library.
 */
export type ChatModule<Settings = unknown> = {
  platform: Platform
  /** For operators. */
  name: string
  /** The names of all variables that people set for this platform. */
  variables: readonly string[]
  /** Reports a problem if only some of the required variables are set. */
  readConfig(variables: Environment, at: { production: boolean }): ReadSettings<Settings>
  /** Shown by `doctor` if the platform is not set up. `remedy` is the command that sets it up. */
  whenOff: { detail: string; remedy: string }
  /** How events arrive, for `doctor`. */
  transport(settings: Settings): string
  open(settings: Settings, needs: ChatNeeds): Promise<OpenChat>
  links?(settings: Settings): ChatLink[]
  /** Runs in the release phase and returns a line about it. Never rejects, so that an outage doesn't block a release. */
  release?(settings: Settings, means: Pick<Means, 'commands'>): Promise<string>
  /** Checks with the platform whether the app is set up correctly. */
  examine?(settings: Settings, means: ExamineMeans): Promise<Finding[]>
  /** The commands that operators run as `quiz <platform> <name>`. */
  commands?: readonly ChatCommand<Settings>[]
}

export type ChatNeeds = {
  /** The current APP_SECRET and the earlier ones, which still decrypt existing data. */
  secrets: readonly [string, ...string[]]
  handleEvent: HandleEvent
  clock: Clock
  log: Log
  store: { tries: Tries; installations: Installations; transcript: Transcript; sandboxes: Sandboxes }
  /** Returns the names of a workspace's teams and the player's own team. Creates nothing. */
  teamsAt(at: { workspace: Place; player: Place }): Promise<{ names: string[]; own?: string }>
  /** A page in the site's layout. */
  sitePage(title: string, content: Html): Html
} & Means

type Means = {
  /** The public address, without a trailing slash. */
  publicUrl: string | undefined
  commands: readonly CommandWords[]
}

export type OpenChat = {
  chat: Chat
  rights: Rights
  /** Its routes. */
  plugin: FastifyPluginAsync
  /** Opens the connection over which the chat receives events, such as Slack's Socket Mode, if it uses one. */
  start(): Promise<void>
  /** Stops accepting events and sends the replies that are still pending. */
  stop(): Promise<void>
  /** Limits the storage of this platform's players. If undefined, there is no limit. */
  ration?: Ration
}

/** Returns why a player may not store this many bytes. The bytes count toward the limits of the player and the address. */
export type Ration = (by: {
  workspace: Place
  player: Place
  address: string
  bytes: number
}) => Promise<'too-fast' | 'too-much' | 'full' | undefined>

export type ChatCommand<Settings> = {
  name: string
  description: string
  options: readonly { flag: string; description: string }[]
  /** `settings` is undefined if the platform is not set up. */
  run(
    given: Readonly<Record<string, true | undefined>>,
    settings: Settings | undefined,
    means: Means,
  ): Promise<CommandOutput>
}

/** `wrongUsage` is printed as an error, with exit status 2. */
export type CommandOutput = { json: object } | { line: string } | { wrongUsage: string }
