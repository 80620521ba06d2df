import type { Chat } from '../../ports/chat.ts'
import type { Metrics } from '../../ports/metrics.ts'

/** Counts the messages of a chat, public and private, as `posts.sent` and `posts.failed`. */
export function measuredChat(chat: Chat, metrics: Metrics): Chat {
  async function counted<T>(saying: Promise<T>): Promise<T> {
    try {
      const said = await saying
      metrics.count('posts.sent')
      return said
    } catch (error) {
      metrics.count('posts.failed')
      throw error
    }
  }
  return {
    ...chat,
    post: (channel, message, key) => counted(chat.post(channel, message, key)),
    update: (posted, message) => counted(chat.update(posted, message)),
    reply: (posted, message, key) => counted(chat.reply(posted, message, key)),
    tell: (player, message, path, key) => counted(chat.tell(player, message, path, key)),
  }
}
