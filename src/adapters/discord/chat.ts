import { Routes } from 'discord.js'
import { z } from 'zod'
import { placeOf, placeParts } from '../../domain/place.ts'
import type { Chat } from '../../ports/chat.ts'
import { createOnce } from '../chats/once.ts'
import { partsOf } from '../chats/parts-of.ts'
import { refusedAs } from '../chats/refusals.ts'
import type { DiscordDeps } from './deps.ts'
import { presenceIn } from './presence.ts'
import { renderMessage } from './render/render.ts'
import { send } from './send/send.ts'
import { startThread } from './send/start-thread.ts'
import { tellPlayer } from './send/tell.ts'

const done = z.unknown()

export function createChat(deps: DiscordDeps): Chat {
  const once = createOnce()
  return {
    post(channel, message, key) {
      const [guild, id] = partsOf('discord', channel, 2)
      return once(`${channel} ${key}`, async () =>
        placeOf('discord', guild, id, await send(deps, { channel: id }, message, key)),
      )
    },

    async update(place, message) {
      const [, channel, id] = partsOf('discord', place, 3)
      const { body, files } = renderMessage(message)
      await deps.web.call(
        { what: 'editing', method: 'patch', route: Routes.channelMessage(channel, id), body, files },
        done,
      )
    },

    reply(place, message, key) {
      const [guild, channel, replyTo] = partsOf('discord', place, 3)
      return once(`${place} ${key}`, async () =>
        placeOf('discord', guild, channel, await send(deps, { channel, replyTo }, message, `${replyTo} ${key}`)),
      )
    },

    repliesInThread: () => false,

    startThread: (place, name) => startThread(deps, place, name),

    tell(player, message, path, key) {
      return once(`${player} ${key}`, () => tellPlayer(deps, player, message, path, key))
    },

    // Discord refuses an edit that arrives before it has read our response, and the edit is then retried.
    restMs: () => 0,

    // Members of a server are already in its channels.
    join: async () => {},

    // Listing members needs a privileged intent. Every interaction contains the roles of its sender, so this only
    // checks that the role exists.
    async groupMembers(group) {
      const [guild, role] = partsOf('discord', group, 2)
      if (!role.startsWith('&')) throw refusedAs('group-gone', 'not a role')
      const route = Routes.guildRole(guild, role.slice(1))
      await deps.web.call({ what: 'looking up a role', method: 'get', route }, done)
      return undefined
    },

    async presenceIn(workspaces) {
      const servers = new Map(workspaces.map((place) => [placeParts(place)[0] ?? '', place]))
      const presence = await presenceIn(deps, [...servers.keys()])
      return new Map([...presence].map(([server, isThere]) => [servers.get(server) ?? '', isThere]))
    },
  }
}
