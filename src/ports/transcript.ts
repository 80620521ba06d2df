import type { Place } from '../domain/place.ts'
import type { Block, Message } from './message.ts'

/** A message in which a picture is the hash under which it is stored. */
export type TranscriptMessage = Omit<Message, 'blocks'> & {
  blocks: (Exclude<Block, { kind: 'image' }> | { kind: 'image'; picture: string; name: string; alt: string })[]
}

/** One line of the playground's chat, as it is kept. */
export type TranscriptEntry = {
  /** Rises with every entry and every change of one, so that a reader can ask for what is new. */
  sequence: number
  id: number
  channel: Place
  /** Only this player sees it. */
  onlyFor?: Place
  /** The entry below which it stands. */
  under?: number
  /** The person who wrote it; none for the bot. */
  author?: { ref: Place; name: string }
  message: TranscriptMessage
  sentAt: Date
  edited: boolean
}

/** What the playground keeps in place of a chat platform's own servers. */
export type Transcript = {
  /**
   * With a key that was used before in that channel, the earlier entry comes back and nothing is added. A channel keeps its
   * newest 200 lines.
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
   * Entries of a channel with a sequence above `sequence`, oldest first, at most the newest `limit`. Private ones of others
   * are left out, unless `reader` is everyone.
   */
  since(channel: Place, reader: Place | 'everyone', sequence: number, limit: number): Promise<TranscriptEntry[]>
  /** The highest sequence of a channel; 0 in an empty one. */
  newest(channel: Place): Promise<number>
  /** The bytes of a picture by its hash. */
  picture(hash: string): Promise<Uint8Array | undefined>
  /** Calls `changed` whenever a channel has something new, whichever process wrote it. Resolves with what ends the watch. */
  watch(changed: (channel: Place) => void): Promise<() => Promise<void>>
}
