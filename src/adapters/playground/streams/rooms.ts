import type { Place } from '../../../domain/place.ts'
import type { Transcript } from '../../../ports/transcript.ts'
import { peopleList } from '../pages/people.ts'
import type { Sandbox } from '../places.ts'
import type { Guest } from '../visitor-cookie.ts'
import { atMostEvery, type Throttled } from './at-most.ts'
import { type ChannelFeed, channelFeed } from './channel-feed.ts'
import { type Show, type Stream, write } from './stream.ts'

export type Room = { streams: Set<Stream>; feeds: Map<Place, ChannelFeed>; announcing: Throttled }

type Rooms = {
  of(sandbox: Sandbox): Room
  at(sandbox: Sandbox): Room | undefined
  people(sandbox: Sandbox): Guest[]
  /** Removes a stream. The last stream also removes the room. */
  leave(stream: Stream, room: Room): void
  end(): Promise<void>
}

/** Reloading a page ends one stream and opens the next, which must not look as if the person had left. */
const announcedEveryMs = 2_000

export function createRooms({
  transcript,
  show,
  onError,
}: {
  transcript: Transcript
  show: Show
  onError(error: unknown): void
}): Rooms {
  const rooms = new Map<string, Room>()

  function people({ id }: Sandbox): Guest[] {
    return [...new Map([...(rooms.get(id)?.streams ?? [])].map(({ guest }) => [guest.ref, guest])).values()]
  }

  function newRoom(sandbox: Sandbox): Room {
    const streams = new Set<Stream>()
    const announcing = atMostEvery(announcedEveryMs, async () => {
      const here = people(sandbox)
      for (const stream of streams) write(stream, 'people', peopleList(here, stream.guest).join(''))
    })
    const feeds = sandbox.channels.map(({ ref: channel }) => {
      const feed = channelFeed({ transcript, channel, streams: () => streams, show, onError })
      return [channel, feed] as const
    })
    return { streams, feeds: new Map(feeds), announcing }
  }

  function leave(stream: Stream, room: Room): void {
    room.streams.delete(stream)
    room.announcing.ask()
    if (room.streams.size > 0) return
    rooms.delete(stream.guest.sandbox.id)
    void endRoom(room)
  }

  return {
    of(sandbox) {
      const room = rooms.get(sandbox.id) ?? newRoom(sandbox)
      rooms.set(sandbox.id, room)
      return room
    },
    at: ({ id }) => rooms.get(id),
    people,
    leave,
    async end() {
      await Promise.all([...rooms.values()].map(endRoom))
    },
  }
}

async function endRoom({ feeds, announcing }: Room): Promise<void> {
  await Promise.all([announcing.end(), ...[...feeds.values()].map((feed) => feed.end())])
}
