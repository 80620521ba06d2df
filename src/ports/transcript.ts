import type { Place } from '../domain/place.ts'
import type { Block, Message } from './message.ts'

/** A message in which a picture is the hash under which it is stored. */
export type TranscriptMessage = Omit<Message, 'blocks'> & {
  blocks: (Exclude<Block, { kind: 'image' }> | { kind: 'image'; picture: string; name: string; alt: string })[]
}

/** One line of the playground's chat, as stored. */
export type TranscriptEntry = {
  /** Goes up with every entry and every edit, so that a reader can ask for what is new. */
  sequence: number
  id: number
  channel: Place
  /** Only this player sees it. */
  onlyFor?: Place
  /** The entry that it is a reply to. */
  under?: number
  /** The person who wrote it; undefined for the bot. */
  author?: { ref: Place; name: string }
  message: TranscriptMessage
  sentAt: Date
  edited: boolean
}

/** The playground's storage, in place of a chat platform's servers. */
export type Transcript = {
  /**
   * With a key that was already used in that channel, the earlier entry is returned and nothing is added. A channel
   * keeps its newest 200 lines.
   */
  append(entry: {
    channel: Place
    onlyFor?: Place
    under?: number
    author?: { ref: Place; name: string }
    message: Message
    key: string
  }): Promise<TranscriptEntry>
  revise(id: number, message: Message): Promise<TranscriptEntry | undefined>
  /**
   * A channel's entries with a sequence above `sequence`, oldest first, at most the newest `limit`. Leaves out other
   * people's private ones, unless `reader` is everyone.
   */
  since(channel: Place, reader: Place | 'everyone', sequence: number, limit: number): Promise<TranscriptEntry[]>
  /** The highest sequence of a channel; 0 in an empty one. */
  newest(channel: Place): Promise<number>
  /** The bytes of a picture by its hash. */
  picture(hash: string): Promise<Uint8Array | undefined>
  /**
   * Calls `changed` whenever a channel has something new, whichever process wrote it. Resolves with a function that
   * stops watching.
   */
  watch(changed: (channel: Place) => void): Promise<() => Promise<void>>
}
