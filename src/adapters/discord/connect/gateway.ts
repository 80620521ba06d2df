import { Client, GatewayDispatchEvents, GatewayIntentBits, Options, PermissionFlagsBits, Routes } from 'discord.js'
import { z } from 'zod'
import { placeOf } from '../../../domain/place.ts'
import type { HandleEvent } from '../../../ports/chat-event.ts'
import { trackBackgroundWork } from '../../chats/background-work.ts'
import type { DiscordDeps } from '../deps.ts'
import type { Listener } from '../receive/listener.ts'
import { handleMention } from '../receive/mentions.ts'
import { readPayload } from '../receive/payloads.ts'
import { metEvent, readNewGuild } from '../receive/webhook-events.ts'
import { dropMalformed, logDropped } from './drop-malformed.ts'

export type Gateway = { start(): Promise<void>; stop(): Promise<void> }

const done = z.unknown()
const left = z.object({ id: z.string(), unavailable: z.boolean().nullish() })
const acknowledged = z.object({ id: z.string(), token: z.string() })

/**
 * Receives events through a connection that the app opens, for apps without a public address. Events are parsed like
 * request bodies, so both transports behave the same, but the response is sent as a call. No intent is privileged.
 */
export function createGateway(
  deps: DiscordDeps & { handleEvent: HandleEvent; listener: Listener; token: string; apiUrl?: string | undefined },
): Gateway {
  const { log, listener } = deps
  const client = newClient(deps.apiUrl)
  const { follow, settled } = trackBackgroundWork((error) => log.warn({ err: error }, 'an event was not handled'))

  async function interact(data: unknown): Promise<void> {
    const payload = readPayload(data)
    const { data: asked } = acknowledged.safeParse(data)
    if (!payload || !asked) return logDropped(log, GatewayDispatchEvents.InteractionCreate)
    const body = await listener.handle(payload)
    const route = Routes.interactionCallback(asked.id, asked.token)
    await deps.web.call({ what: 'answering', method: 'post', route, body, tokenInRoute: true }, done)
  }

  async function leave(data: unknown): Promise<void> {
    const { data: guild } = left.safeParse(data)
    // During an outage of Discord, a server is reported as unavailable rather than as removed.
    if (guild && !guild.unavailable) {
      await deps.handleEvent({
        kind: 'removed',
        workspace: placeOf('discord', guild.id),
        at: deps.clock.now(),
      })
    }
  }

  async function arrive(data: unknown): Promise<void> {
    const met = readNewGuild(data, deps.clock.now())
    if (met?.kind === 'met') await deps.handleEvent(metEvent(met))
  }

  dropMalformed(client, log)
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (data: unknown) => follow(interact(data)))
  client.ws.on(GatewayDispatchEvents.GuildCreate, (data: unknown) => follow(arrive(data)))
  client.ws.on(GatewayDispatchEvents.GuildDelete, (data: unknown) => follow(leave(data)))
  client.ws.on(GatewayDispatchEvents.MessageCreate, (data: unknown) =>
    follow(handleMention(deps, data, { self: client.user?.id ?? '', ...cachedGuilds(client) })),
  )
  client.on('error', (error) => log.warn({ err: error }, 'the connection to Discord has a problem'))

  return {
    async start() {
      await client.login(deps.token)
    },
    async stop() {
      await client.destroy()
      await settled()
    },
  }
}

function newClient(apiUrl: string | undefined): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    ...(apiUrl === undefined ? {} : { rest: { api: apiUrl.replace(/\/+$/, '') } }),
    // Nothing reads these caches, and they would grow with every message.
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      GuildMemberManager: { maxSize: 0, keepOverLimit: ({ id, client: { user } }) => id === user.id },
      UserManager: { maxSize: 0, keepOverLimit: ({ id, client: { user } }) => id === user.id },
    }),
  })
}

/** Reads the servers and roles that the connection has received. */
function cachedGuilds(client: Client) {
  function isAdmin(guildId: string, user: string, roles: readonly string[]): boolean {
    const guild = client.guilds.cache.get(guildId)
    if (!guild) return false
    const adminsHave = PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator
    // The everyone role has the server's id.
    const held = [guildId, ...roles].map((role) => guild.roles.cache.get(role))
    return guild.ownerId === user || held.some((role) => role?.permissions.any(adminsHave))
  }

  function channelName(id: string): string {
    const channel = client.channels.cache.get(id)
    return channel && 'name' in channel && channel.name ? channel.name : ''
  }

  return { isAdmin, channelName }
}
