import type { HandleEvent } from '../../ports/chat-event.ts'
import type { Clock } from '../../ports/clock.ts'
import type { CommandWords } from '../../ports/command-words.ts'
import type { Tries } from '../../ports/store/tries.ts'
import type { OpenChat } from '../chats/chat-module.ts'
import { createFetchFile } from '../chats/fetch-file.ts'
import type { Log } from '../chats/log.ts'
import { createMarks } from '../chats/marks.ts'
import { createChat } from './chat.ts'
import { createGateway } from './connect/gateway.ts'
import { createGuildNames } from './guild-names.ts'
import { createGuard } from './receive/guard.ts'
import { createListener } from './receive/listener.ts'
import { fileHosts } from './receive/sent-file.ts'
import { interactionsRoute, webhookRoute } from './receive/transport.ts'
import { metEvent } from './receive/webhook-events.ts'
import { createRights } from './rights.ts'
import { createWebApi } from './send/web-api.ts'
import type { DiscordSettings } from './settings.ts'

export type DiscordOptions = DiscordSettings & {
  /** The current APP_SECRET and the earlier ones, whose marks are still valid. */
  secrets: readonly [string, ...string[]]
  /** The commands that people can type, for reading the options of slash commands. */
  commands: readonly CommandWords[]
  tries: Tries
  handleEvent: HandleEvent
  log: Log
  clock: Clock
}

export function createDiscord(options: DiscordOptions): OpenChat {
  const { publicKey, applicationId, clock, log, transport, handleEvent } = options
  const web = createWebApi(options)
  const deps = { ...options, web, marks: createMarks(options.secrets), applicationId, clock, log }
  const listener = createListener({
    ...deps,
    guildNames: createGuildNames(deps),
    fetchFile: createFetchFile({ hosts: fileHosts, apiUrl: options.apiUrl }),
  })
  const gateway = transport === 'gateway' ? createGateway({ ...deps, listener }) : undefined
  return {
    chat: createChat(deps),
    rights: createRights(deps),
    async plugin(server) {
      const guard = createGuard(publicKey, () => clock.now())
      if (gateway) return
      await server.register(interactionsRoute(guard, listener))
      await server.register(webhookRoute(guard, async (event) => event.kind === 'met' && handleEvent(metEvent(event))))
    },
    async start() {
      await gateway?.start()
    },
    async stop() {
      await gateway?.stop()
      await listener.settled()
      web.close()
    },
  }
}
