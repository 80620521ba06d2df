import { everyChat } from '../adapters/chat-decorators/every-chat.ts'
import { everyRights } from '../adapters/chat-decorators/every-rights.ts'
import type { Discord } from '../adapters/discord/index.ts'
import type { Logger } from '../adapters/log/open-log.ts'
import { createPlayground, type Ration } from '../adapters/playground/index.ts'
import type { Slack } from '../adapters/slack/index.ts'
import type { WebOptions } from '../adapters/web/index.ts'
import { installPage } from '../adapters/web/install-page.ts'
import { commandWords } from '../commands/words/command-words.ts'
import type { AppConfig, DiscordConfig, SlackConfig } from '../config/config.ts'
import type { Chat } from '../ports/chat.ts'
import type { HandleEvent } from '../ports/chat-event.ts'
import type { Clock } from '../ports/clock.ts'
import type { Installations } from '../ports/installations.ts'
import type { Rights } from '../ports/rights.ts'
import type { Sandboxes } from '../ports/store/sandboxes.ts'
import type { Store } from '../ports/store/store.ts'
import type { Tries } from '../ports/store/tries.ts'
import type { Transcript } from '../ports/transcript.ts'
import { teamsAt } from '../services/teams/teams-at.ts'

export type Chats = {
  chat: Chat
  rights: Rights
  plugins: WebOptions['plugins']
  /** The limits for players of the playground. Undefined if the playground is off. */
  ration?: Ration
  /** Opens the connections of chats that receive events over one, such as Socket Mode. */
  start(): Promise<void>
  /** Stops accepting events and sends the replies that are still pending. */
  stop(): Promise<void>
}

type Needs = {
  config: AppConfig
  handleEvent: HandleEvent
  clock: Clock
  log: Logger
  store: Store & { transcript: Transcript; sandboxes: Sandboxes; installations: Installations; tries: Tries }
}

/** Loads a chat's library only if that chat is configured, to save memory and startup time. */
export async function openChats(needs: Needs): Promise<Chats> {
  const { config, handleEvent, clock, store } = needs
  const playground = config.playground
    ? createPlayground({
        transcript: store.transcript,
        sandboxes: store.sandboxes,
        handleEvent,
        teamsAt: (at) => teamsAt(needs, at),
        secret: config.appSecret,
        clock,
      })
    : undefined
  const slack = config.slack && (await openSlack(needs, config.slack))
  const discord = config.discord && (await openDiscord(needs, config.discord))
  return {
    chat: everyChat({
      ...(playground ? { playground: playground.chat } : {}),
      ...(slack ? { slack: slack.chat } : {}),
      ...(discord ? { discord: discord.chat } : {}),
    }),
    rights: everyRights(
      {
        ...(playground ? { playground: playground.rights } : {}),
        ...(slack ? { slack: slack.rights } : {}),
        ...(discord ? { discord: discord.rights } : {}),
      },
      clock,
    ),
    ...(playground ? { ration: playground.ration } : {}),
    plugins: [playground, slack, discord].flatMap((chat) => (chat ? [chat.plugin] : [])),
    async start() {
      await Promise.all([slack?.start(), discord?.start()])
    },
    async stop() {
      await Promise.all([slack?.stop(), discord?.stop()])
    },
  }
}

async function openSlack({ config, handleEvent, clock, log, store }: Needs, slack: SlackConfig): Promise<Slack> {
  const { createSlack } = await import('../adapters/slack/index.ts')
  const { signingSecret, appToken, apiUrl, botToken, oauth } = slack
  const common = {
    signingSecret,
    secrets: secretsOf(config),
    tries: store.tries,
    handleEvent,
    clock,
    log,
    ...(appToken === undefined ? {} : { appToken }),
    ...(apiUrl === undefined ? {} : { apiUrl }),
  }
  if (oauth && config.publicUrl !== undefined) {
    return createSlack({
      ...common,
      oauth,
      publicUrl: config.publicUrl,
      installPage,
      installations: store.installations,
    })
  }
  return createSlack({ ...common, botToken: botToken ?? '' })
}

async function openDiscord(
  { config, handleEvent, clock, log, store }: Needs,
  discord: DiscordConfig,
): Promise<Discord> {
  const { createDiscord } = await import('../adapters/discord/index.ts')
  const { apiUrl, ...settings } = discord
  return createDiscord({
    ...settings,
    secrets: secretsOf(config),
    commands: commandWords(),
    tries: store.tries,
    handleEvent,
    clock,
    log,
    ...(apiUrl === undefined ? {} : { apiUrl }),
  })
}

export async function registerDiscord({ applicationId, token, apiUrl }: DiscordConfig): Promise<string[]> {
  const { registerCommands } = await import('../adapters/discord/index.ts')
  return registerCommands({
    applicationId,
    token,
    commands: commandWords(),
    ...(apiUrl === undefined ? {} : { apiUrl }),
  })
}

export async function presentDiscord({
  discord,
  publicUrl,
}: Pick<AppConfig, 'publicUrl'> & { discord: DiscordConfig }): Promise<void> {
  const { presentApp } = await import('../adapters/discord/index.ts')
  const { token, transport, apiUrl } = discord
  await presentApp({
    token,
    transport,
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...(apiUrl === undefined ? {} : { apiUrl }),
  })
}

/** The current secret comes first. */
function secretsOf({ appSecret, earlierSecrets }: AppConfig): [string, ...string[]] {
  return [appSecret, ...earlierSecrets]
}

/**
 * Returns commands as people see them. The name of a slash command can't contain a space, but the name of a menu entry
 * can.
 */
export function shownCommands(names: readonly string[]): string {
  return names.map((name) => (name.includes(' ') ? `“${name}”` : `/${name}`)).join(', ')
}
