import { ChatError } from '../../domain/errors.ts'
import { type Place, placeOf, placeParts } from '../../domain/place.ts'
import type { Chat, ReplyPath } from '../../ports/chat.ts'
import type { Transcript } from '../../ports/transcript.ts'
import { isVanished, vanished } from './pages/passing-line.ts'
import { channelAt, channelNamed, messageAt, messagePlace, playgroundChannels, playgroundWorkspace } from './places.ts'

/** The chat that is the playground: everything said is a line of the transcript, whose keys make a repeat harmless. */
export function createChat(transcript: Transcript): Chat {
  return {
    async post(channel, message, key) {
      if (!channelAt(channel)) throw new ChatError('gone', `no channel ${channel}`)
      const entry = await kept(() => transcript.append({ channel, message, key: `post ${key}` }))
      return messagePlace(channel, entry.id)
    },

    async update(posted, message) {
      const { entryId } = mustBeMessage(posted)
      const entry = await kept(() => transcript.revise(entryId, message))
      if (!entry) throw new ChatError('gone', `no message ${posted}`)
    },

    async reply(posted, message, key) {
      const { channel, entryId } = mustBeMessage(posted)
      const line = { channel, under: entryId, message, key: `reply ${entryId} ${key}` }
      const entry = await kept(() => transcript.append(line))
      return messagePlace(channel, entry.id)
    },

    async tell(player, message, path, key) {
      const channel = path === undefined ? playgroundChannels[0].ref : channelOfPath(path)
      const line = { channel, onlyFor: player, message, key: `tell ${player} ${key}` }
      await kept(() => transcript.append(line))
      if (path !== undefined) await kept(() => endWork(transcript, player, path))
    },

    restMs: () => 0,

    async groupMembers(group) {
      throw new ChatError('gone', `the playground has no groups, so not ${group}`)
    },
  }
}

/** A path is where an event came from and its id. */
export function replyPath(channel: Place, eventId: string): ReplyPath {
  return placeOf('playground', ...placeParts(channel), eventId)
}

/** Under which key the line stands that says that work goes on. */
export function workKey(path: ReplyPath): string {
  return `work ${path}`
}

function channelOfPath(path: ReplyPath): Place {
  return channelNamed(placeParts(path)[1] ?? '')?.ref ?? playgroundChannels[0].ref
}

/**
 * Takes away the line that says that work goes on. It may not be there yet, as a quick worker can be done before the
 * reply is out: then an empty line takes its key, and the late one will not appear.
 */
async function endWork(transcript: Transcript, player: Place, path: ReplyPath): Promise<void> {
  const line = { channel: channelOfPath(path), onlyFor: player, message: vanished, key: workKey(path) }
  const entry = await transcript.append(line)
  if (!isVanished(entry.message)) await transcript.revise(entry.id, vanished)
}

function mustBeMessage(place: Place): { channel: Place; entryId: number } {
  const found = messageAt(place)
  if (!found) throw new ChatError('gone', `not a message of ${playgroundWorkspace.ref}: ${place}`)
  return found
}

async function kept<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (cause) {
    throw new ChatError('unavailable', 'the transcript could not be written', { cause })
  }
}
