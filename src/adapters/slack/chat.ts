import { z } from 'zod'
import { placeOf } from '../../domain/place.ts'
import type { Chat } from '../../ports/chat.ts'
import { createOnce } from '../chats/once.ts'
import { partsOf } from '../chats/parts-of.ts'
import type { SlackDeps } from './deps.ts'
import { updateDelayLeft } from './receive/update-delay.ts'
import { readPath } from './send/reply-path.ts'
import { say, send } from './send/send.ts'
import { tellPlayer } from './send/tell.ts'

const done = z.object({})
const members = z.object({ users: z.array(z.string()) })

export function createChat(deps: SlackDeps): Chat {
  const once = createOnce()

  return {
    post(channel, message, key) {
      const [team, id] = partsOf('slack', channel, 2)
      return once(`${channel} ${key}`, () => send(deps, { team, channel: id }, message, key))
    },

    async update(place, message) {
      const [team, channel, ts] = partsOf('slack', place, 3)
      await say(deps, team, 'chat.update', { channel, ts }, message, done)
    },

    reply(place, message, key) {
      const [team, channel, thread] = partsOf('slack', place, 3)
      return once(`${place} ${key}`, () => send(deps, { team, channel, thread }, message, key))
    },

    repliesInThread: () => true,

    // A reply in Slack is already in a thread.
    startThread: async () => {},

    tell(player, message, path, key) {
      return once(`${player} ${key}`, () => tellPlayer(deps, player, message, path, key))
    },

    restMs: (_place, path) => updateDelayLeft(readPath(path).view, deps.clock.now()),

    async join(channel) {
      const [team, id] = partsOf('slack', channel, 2)
      await deps.web.call(team, 'conversations.join', { channel: id }, done)
    },

    async groupMembers(group) {
      const [team, usergroup] = partsOf('slack', group, 2)
      const { users } = await deps.web.call(team, 'usergroups.users.list', { usergroup }, members)
      return users.map((user) => placeOf('slack', team, user))
    },

    // Slack reports this with an event, which it resends until it is acknowledged.
    presenceIn: async () => new Map(),
  }
}
