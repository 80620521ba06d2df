import type { Place } from '../../../domain/place.ts'
import type { Transcript } from '../../../ports/transcript.ts'
import { channelAt } from '../places.ts'
import { atMostEvery } from './at-most.ts'
import { isFor, type Show, type Stream, write, writeEntries } from './stream.ts'

/** What is new in a channel, read once for everybody who has its sandbox open here. */
export type ChannelFeed = {
  /** Resolves once it knows the starting point for new entries. */
  begun: Promise<void>
  /** There is something new. */
  changed(): void
  end(): Promise<void>
}

type Options = {
  transcript: Transcript
  channel: Place
  /** Everyone here who has a page of the sandbox open. */
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
