import { ChatError } from '../../domain/errors.ts'
import { type Place, type Platform, platformOf } from '../../domain/place.ts'
import type { Chat } from '../../ports/chat.ts'

/** Combines the platforms into one chat and picks the platform of each place. Throws `gone` if it isn't configured. */
export function everyChat(chats: ReadonlyMap<Platform, { chat: Chat }>): Chat {
  const of = (place: Place): Chat => {
    const platform = platformOf(place)
    const found = chats.get(platform)
    if (!found) throw new ChatError('gone', `${platform} is not configured`)
    return found.chat
  }
  return {
    post: async (channel, message, key) => of(channel).post(channel, message, key),
    update: async (posted, message) => of(posted).update(posted, message),
    reply: async (posted, message, key) => of(posted).reply(posted, message, key),
    repliesInThread: (posted) => chats.get(platformOf(posted))?.chat.repliesInThread(posted) ?? false,
    startThread: async (posted, name) => of(posted).startThread(posted, name),
    tell: async (player, message, path, key) => of(player).tell(player, message, path, key),
    restMs: (place, path) => chats.get(platformOf(place))?.chat.restMs(place, path) ?? 0,
    join: async (channel) => of(channel).join(channel),
    groupMembers: async (group) => of(group).groupMembers(group),
    async presenceIn(workspaces) {
      const found = [...chats].map(([platform, { chat }]) =>
        chat.presenceIn(workspaces.filter((workspace) => platformOf(workspace) === platform)),
      )
      return new Map((await Promise.all(found)).flatMap((presence) => [...presence]))
    },
  }
}
