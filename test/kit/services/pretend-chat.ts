import { ChatError } from '../../../src/domain/errors.ts'
import type { Place } from '../../../src/domain/place.ts'
import type { Chat } from '../../../src/ports/chat.ts'
import type { Message } from '../../../src/ports/message.ts'
import { plainMessage } from '../people/plain-message.ts'

export type Said = { how: 'post' | 'update' | 'reply' | 'tell'; to: Place; message: Message; text: string }

export type PretendChat = Chat & {
  /** Every message that people can see, oldest first. */
  said: Said[]
  /** Channels and people that refuse messages. */
  closed: Set<Place>
  refusing: Map<Place, ChatError>
  /** Channels that the app may join by itself, which ends their refusal. */
  joinable: Set<Place>
  threads: Map<Place, string>
  /**
   * Called before and after each message is sent, to wait or to throw. Before, the message isn't visible yet; after, it
   * is.
   */
  before: (said: Said) => Promise<void> | void
  after: (said: Said) => Promise<void> | void
}

/** An in-memory chat platform that fulfills the port's contract: a key that was sent is not sent again. */
export function pretendChat(): PretendChat {
  const sent = new Map<string, Place>()

  async function say(how: Said['how'], to: Place, message: Message, key?: string): Promise<Place> {
    if (chat.closed.has(to)) throw new ChatError('forbidden', `${to} is closed`)
    const refusal = chat.refusing.get(to)
    if (refusal) throw refusal
    const said = { how, to, message, text: plainMessage(message) }
    await chat.before(said)
    const known = key === undefined ? undefined : sent.get(`${how} ${to} ${key}`)
    if (known !== undefined) return known
    chat.said.push(said)
    const place = `${to}:m${chat.said.length}`
    if (key !== undefined) sent.set(`${how} ${to} ${key}`, place)
    await chat.after(said)
    return place
  }

  const chat: PretendChat = {
    said: [],
    closed: new Set(),
    refusing: new Map(),
    joinable: new Set(),
    threads: new Map(),
    before: () => {},
    after: () => {},
    post: (channel, message, key) => say('post', channel, message, key),
    async update(posted, message) {
      await say('update', posted, message)
    },
    reply: (posted, message, key) => say('reply', posted, message, key),
    repliesInThread: (posted) => !posted.startsWith('discord:'),
    async startThread(posted, name) {
      const refusal = chat.refusing.get(`thread ${posted.split(':').slice(0, 3).join(':')}`)
      if (refusal) throw refusal
      chat.threads.set(posted, name)
    },
    async tell(player, message, _path, key) {
      await say('tell', player, message, key)
    },
    restMs: () => 0,
    async join(channel) {
      if (chat.joinable.has(channel)) chat.refusing.delete(channel)
    },
    groupMembers: async () => [],
    presenceIn: async () => new Map(),
  }
  return chat
}
