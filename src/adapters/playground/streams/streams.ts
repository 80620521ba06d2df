import type { Readable } from 'node:stream'
import type { FastifyBaseLogger } from 'fastify'
import type { Transcript } from '../../../ports/transcript.ts'
import { type Sandbox, sandboxAt } from '../places.ts'
import type { Guest } from '../visitor-cookie.ts'
import { createRooms, type Room } from './rooms.ts'
import { type Opening, openStream, type Show, type Stream, writeEntries } from './stream.ts'

export type Streams = {
  /**
   * Opens server-sent events with the new lines of a channel and the names of other channels with new lines. Returns
   * undefined if the address, or all addresses together, have too many open.
   */
  open(opening: Opening): Readable | undefined
  people(sandbox: Sandbox): Guest[]
  start(): Promise<void>
  /** Ends every stream, so that none keeps the server from closing. */
  close(): Promise<void>
}

/** Heroku's router closes a connection after 55 s without data. */
const heartbeatMs = 25_000
const most = { inAll: 200, ofAddress: 10 }
const atOnce = 200

export function createStreams(transcript: Transcript, show: Show, log: FastifyBaseLogger): Streams {
  const open = new Set<Stream>()
  let endWatch: (() => Promise<void>) | undefined
  const onError = (error: unknown): void => log.warn({ err: error }, 'a stream could not be continued')
  const rooms = createRooms({ transcript, show, onError })
  const heartbeat = setInterval(() => {
    for (const { out } of open) if (out.writable) out.write(': still here\n\n')
  }, heartbeatMs).unref()

  /** Sends the earlier lines, and those that are added while they are being read. */
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
      const room = rooms.of(opening.guest.sandbox)
      const stream = openStream(opening)
      open.add(stream)
      room.streams.add(stream)
      stream.out.on('close', () => {
        open.delete(stream)
        rooms.leave(stream, room)
      })
      room.announcing.ask()
      void begin(stream, room)
      return stream.out
    },

    people: rooms.people,

    async start() {
      endWatch = await transcript.watch((channel) => {
        const sandbox = sandboxAt(channel)
        if (sandbox) rooms.at(sandbox)?.feeds.get(channel)?.changed()
      })
    },

    async close() {
      clearInterval(heartbeat)
      for (const { out } of open) out.end()
      await Promise.all([endWatch?.(), rooms.end()])
    },
  }
}

/** The feed may have changed the state in the meantime, which the compiler can't infer. */
function wasMissed({ state }: Stream): boolean {
  return state === 'missed'
}
