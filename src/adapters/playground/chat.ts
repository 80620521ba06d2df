import { ChatError } from '../../domain/errors.ts'
import { type Place, placeOf, placeParts } from '../../domain/place.ts'
import type { Chat, ReplyPath } from '../../ports/chat.ts'
import type { Message } from '../../ports/message.ts'
import type { TranscriptEntry } from '../../ports/transcript.ts'
import type { PlayOptions } from './options.ts'
import { pointing } from './pages/pointer-line.ts'
import { isVanished, vanished } from './pages/temporary-line.ts'
import { channelAt, messageAt, messagePlace, sandboxAt } from './places.ts'

type Written = Pick<PlayOptions, 'transcript' | 'sandboxes'>

/** Implements a chat as lines of the transcript. Each line has a key, so repeated calls change nothing. */
export function createChat(options: Written): Chat {
  const { append, revise, endWork } = linesOf(options)

  return {
    async post(channel, message, key) {
      if (!channelAt(channel)) throw new ChatError('gone', `no channel ${channel}`)
      return messagePlace(channel, (await append({ channel, message, key: `post ${key}` })).id)
    },

    async update(posted, message) {
      const { entryId } = mustBeMessage(posted)
      const entry = await revise(entryId, message)
      if (!entry) throw new ChatError('gone', `no message ${posted}`)
    },

    async reply(posted, message, key) {
      const { channel, entryId } = mustBeMessage(posted)
      const entry = await append({ channel, under: entryId, message, key: `reply ${entryId} ${key}` })
      // The thread may be far above the visible part of the channel.
      await append({ channel, message: pointing(message, entry.id), key: `point ${entryId} ${key}` })
      return messagePlace(channel, entry.id)
    },

    // People can't write in the playground's threads.
    repliesInThread: () => false,

    startThread: async () => {},

    async tell(player, message, path, key) {
      const channel = channelFor(player, path)
      await append({ channel, onlyFor: player, message, key: `tell ${player} ${key}` })
      if (path !== undefined) await endWork(channel, player, path)
    },

    restMs: () => 0,

    join: async () => {},

    async groupMembers(group) {
      throw new ChatError('gone', `the playground has no groups, such as ${group}`)
    },
    // Sandboxes expire by themselves.
    presenceIn: async () => new Map(),
  }
}

type Line = Parameters<Written['transcript']['append']>[0]

/** Writes lines of the transcript, and throws the same errors as other chats. */
function linesOf({ transcript, sandboxes }: Written) {
  /** Posts nothing in a sandbox that has ended, because the line would never be deleted. */
  async function append(line: Line): Promise<{ id: number; isVanished: boolean }> {
    return stored(async () => {
      const sandbox = sandboxAt(line.channel)
      if (!sandbox || !(await sandboxes.exists(sandbox.ref))) throw new ChatError('gone', `no channel ${line.channel}`)
      const { id, message } = await transcript.append(line)
      return { id, isVanished: isVanished(message) }
    })
  }

  function revise(id: number, message: Message): Promise<TranscriptEntry | undefined> {
    return stored(() => transcript.revise(id, message))
  }

  /**
   * Removes the line that says that work is in progress. If a fast worker finishes before that line is written, this
   * writes an empty line with the same key instead.
   */
  async function endWork(channel: Place, player: Place, path: ReplyPath): Promise<void> {
    const entry = await append({ channel, onlyFor: player, message: vanished, key: workKey(path) })
    if (!entry.isVanished) await revise(entry.id, vanished)
  }

  return { append, revise, endWork }
}

export function replyPath(channel: Place, eventId: string): ReplyPath {
  return placeOf('playground', ...placeParts(channel), eventId)
}

export function workKey(path: ReplyPath): string {
  return `work ${path}`
}

/** Returns the channel of a path, or the first channel of the player's sandbox. */
function channelFor(player: Place, path: ReplyPath | undefined): Place {
  const channel = path === undefined ? undefined : channelAt(placeOf('playground', ...placeParts(path).slice(0, 2)))
  const first = (channel ?? sandboxAt(player)?.channels[0])?.ref
  if (first === undefined) throw new ChatError('gone', `no sandbox of ${player}`)
  return first
}

function mustBeMessage(place: Place): { channel: Place; entryId: number } {
  const found = messageAt(place)
  if (!found) throw new ChatError('gone', `not a message of the playground: ${place}`)
  return found
}

async function stored<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (cause) {
    if (cause instanceof ChatError) throw cause
    throw new ChatError('unavailable', 'the transcript could not be written', { cause })
  }
}
