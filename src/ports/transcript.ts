import type { Place } from '../domain/place.ts'
import type { Block, Message } from './message.ts'

/** A message in which a picture is replaced by the hash under which it is stored. */
export type TranscriptMessage = Omit<Message, 'blocks'> & {
  blocks: (Exclude<Block, { kind: 'image' }> | { kind: 'image'; picture: string; name: string; alt: string })[]
}

export type TranscriptEntry = {
  /** Increases with every entry and every edit, so that a reader can request what is new. */
  sequence: number
  id: number
  channel: Place
  /** Only this player can see the entry. */
  onlyFor?: Place
  /** The entry to which this one is a reply. */
  under?: number
  /** The author; undefined for the bot. */
  author?: { ref: Place; name: string }
  message: TranscriptMessage
  sentAt: Date
  edited: boolean
}

/** The storage of the playground, which replaces a chat platform's servers. */
export type Transcript = {
  /**
   * Returns the earlier entry and adds nothing if the key was already used in that channel. A channel keeps its newest
   * 200 entries.
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
   * A channel's entries with a sequence above `sequence`, oldest first, at most the newest `limit`. Omits other
   * people's private entries unless `reader` is `everyone`.
   */
  since(channel: Place, reader: Place | 'everyone', sequence: number, limit: number): Promise<TranscriptEntry[]>
  /** The highest sequence in a channel; 0 if it is empty. */
  newest(channel: Place): Promise<number>
  picture(hash: string): Promise<Uint8Array | undefined>
  /**
   * Calls `changed` when a channel has new entries, written by any process. Resolves to a function that stops watching.
   */
  watch(changed: (channel: Place) => void): Promise<() => Promise<void>>
}
