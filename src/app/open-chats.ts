import { everyChat } from '../adapters/chat-decorators/every-chat.ts'
import { everyRights } from '../adapters/chat-decorators/every-rights.ts'
import type { ChatNeeds, Ration } from '../adapters/chats/chat-module.ts'
import type { Logger } from '../adapters/log/open-log.ts'
import type { WebOptions } from '../adapters/web/index.ts'
import { sitePage } from '../adapters/web/site-page.ts'
import { commandWords } from '../commands/words/command-words.ts'
import type { AppConfig } from '../config/config.ts'
import { platformOf } from '../domain/place.ts'
import type { Chat } from '../ports/chat.ts'
import type { HandleEvent } from '../ports/chat-event.ts'
import type { Clock } from '../ports/clock.ts'
import type { Rights } from '../ports/rights.ts'
import type { Store } from '../ports/store/store.ts'
import { teamsAt } from '../services/teams/teams-at.ts'

export type Chats = {
  chat: Chat
  rights: Rights
  plugins: WebOptions['plugins']
  ration: Ration
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
  store: Store & ChatNeeds['store']
}

export async function openChats({ config, handleEvent, clock, log, store }: Needs): Promise<Chats> {
  const { publicUrl, appSecret, earlierSecrets } = config
  const needs: ChatNeeds = {
    secrets: [appSecret, ...earlierSecrets],
    publicUrl,
    commands: commandWords(),
    teamsAt: (at) => teamsAt({ store }, at),
    sitePage,
    handleEvent,
    clock,
    log,
    store,
  }
  const open = config.chats.map(async ({ module, settings }) => {
    return [module.platform, await module.open(settings, needs)] as const
  })
  const chats = new Map(await Promise.all(open))
  const all = [...chats.values()]
  return {
    chat: everyChat(chats),
    rights: everyRights(chats, clock),
    ration: async (by) => chats.get(platformOf(by.workspace))?.ration?.(by),
    plugins: all.map(({ plugin }) => plugin),
    async start() {
      await Promise.all(all.map((chat) => chat.start()))
    },
    async stop() {
      await Promise.all(all.map((chat) => chat.stop()))
    },
  }
}
