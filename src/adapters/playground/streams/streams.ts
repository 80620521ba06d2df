import type { Readable } from 'node:stream'
import type { FastifyBaseLogger } from 'fastify'
import type { Place } from '../../../domain/place.ts'
import type { Transcript } from '../../../ports/transcript.ts'
import { peopleList } from '../pages/people.ts'
import { type Sandbox, sandboxAt } from '../places.ts'
import type { Guest } from '../visitor-cookie.ts'
import { atMostEvery, type Seldom } from './at-most.ts'
import { type ChannelFeed, channelFeed } from './channel-feed.ts'
import { type Opening, openStream, type Show, type Stream, write, writeEntries } from './stream.ts'

export type Streams = {
  /**
   * Server-sent events: what is new in a channel for a reader, and which other channels have news. Undefined if an
   * address, or everybody together, has the maximum number open.
   */
  open(opening: Opening): Readable | undefined
  /** Everyone who has a page of a sandbox open in this process, each once. */
  people(sandbox: Sandbox): Guest[]
  start(): Promise<void>
  /** Ends every stream, so that nothing keeps the server from closing. */
  close(): Promise<void>
}

/** The streams of one sandbox in this process, and their feeds. */
type Room = { streams: Set<Stream>; feeds: Map<Place, ChannelFeed>; announcing: Seldom }

/** Heroku's router cuts a connection on which nothing was sent for 55 s. */
const heartbeatMs = 25_000
const most = { inAll: 200, ofAddress: 10 }
const atOnce = 200
/** Reloading a page ends one stream and opens the next, so nobody has left. */
const announcedEveryMs = 2_000

export function createStreams(transcript: Transcript, show: Show, log: FastifyBaseLogger): Streams {
  const rooms = new Map<string, Room>()
  const open = new Set<Stream>()
  let endWatch: (() => Promise<void>) | undefined
  const onError = (error: unknown): void => log.warn({ err: error }, 'a stream could not be read on')
  const heartbeat = setInterval(() => {
    for (const { out } of open) if (out.writable) out.write(': still here\n\n')
  }, heartbeatMs).unref()

  function people({ id }: Sandbox): Guest[] {
    return [...new Map([...(rooms.get(id)?.streams ?? [])].map(({ guest }) => [guest.ref, guest])).values()]
  }

  function roomOf(sandbox: Sandbox): Room {
    const room = rooms.get(sandbox.id) ?? newRoom(sandbox)
    rooms.set(sandbox.id, room)
    return room
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

  async function endRoom({ feeds, announcing }: Room): Promise<void> {
    await Promise.all([announcing.end(), ...[...feeds.values()].map((feed) => feed.end())])
  }

  function leave(stream: Stream, room: Room): void {
    open.delete(stream)
    room.streams.delete(stream)
    room.announcing.ask()
    if (room.streams.size > 0) return
    rooms.delete(stream.guest.sandbox.id)
    void endRoom(room)
  }

  /** What was said before this stream, and while reading that. */
  async function begin(stream: Stream, { feeds }: Room): Promise<void> {
    try {
      await Promise.all([...feeds.values()].map(({ begun }) => begun))
      do {
        stream.state = 'beginning'
        const said = await transcript.since(stream.channel, stream.guest.ref, stream.seen, atOnce)
        writeEntries(stream, said, show)
      } while (wasMissed(stream))
      stream.state = 'current'
    } catch (error) {
      onError(error)
      stream.out.end()
    }
  }

  return {
    open(opening) {
      const ofAddress = [...open].filter(({ address }) => address === opening.address)
      if (open.size >= most.inAll || ofAddress.length >= most.ofAddress) return undefined
      const room = roomOf(opening.guest.sandbox)
      const stream = openStream(opening)
      open.add(stream)
      room.streams.add(stream)
      stream.out.on('close', () => leave(stream, room))
      room.announcing.ask()
      void begin(stream, room)
      return stream.out
    },

    people,

    async start() {
      endWatch = await transcript.watch((channel) => {
        const sandbox = sandboxAt(channel)
        if (sandbox) rooms.get(sandbox.id)?.feeds.get(channel)?.changed()
      })
    },

    async close() {
      clearInterval(heartbeat)
      for (const { out } of open) out.end()
      await Promise.all([endWatch?.(), ...[...rooms.values()].map(endRoom)])
    },
  }
}

/** The feed may have changed it meanwhile, which the compiler can't know. */
function wasMissed({ state }: Stream): boolean {
  return state === 'missed'
}
