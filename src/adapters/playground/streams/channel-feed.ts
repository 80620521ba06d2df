import type { Place } from '../../../domain/place.ts'
import type { Transcript } from '../../../ports/transcript.ts'
import { channelAt } from '../places.ts'
import { atMostEvery } from './at-most.ts'
import { isFor, type Show, type Stream, write, writeEntries } from './stream.ts'

/** Reads the new lines of a channel once for all streams of its sandbox in this process. */
export type ChannelFeed = {
  /** Resolves when the sequence of the newest line is known. */
  begun: Promise<void>
  /** Called when the channel has a new line. */
  changed(): void
  end(): Promise<void>
}

type Options = {
  transcript: Transcript
  channel: Place
  streams(): Iterable<Stream>
  show: Show
  onError(error: unknown): void
}

const toldEveryMs = 1_000
const atOnce = 200

export function channelFeed({ transcript, channel, streams, show, onError }: Options): ChannelFeed {
  let last = 0
  const begun = transcript.newest(channel).then((newest) => {
    last = newest
  })

  async function deliver(): Promise<void> {
    await begun
    const entries = await transcript.since(channel, 'everyone', last, atOnce)
    last = Math.max(last, ...entries.map(({ sequence }) => sequence))
    for (const stream of streams()) {
      if (stream.channel !== channel) {
        if (entries.some((entry) => isFor(stream, entry))) write(stream, 'elsewhere', channelAt(channel)?.name)
      } else if (stream.state === 'current') writeEntries(stream, entries, show)
      else stream.state = 'missed'
    }
  }

  const telling = atMostEvery(toldEveryMs, () => deliver().catch(onError))
  return { begun, changed: telling.ask, end: telling.end }
}
