import { PassThrough, type Readable } from 'node:stream'
import type { FastifyBaseLogger } from 'fastify'
import type { Place } from '../../domain/place.ts'
import type { Transcript, TranscriptEntry } from '../../ports/transcript.ts'
import { peopleList } from './pages/people.ts'
import { channelAt, playgroundChannels } from './places.ts'
import type { Visitor } from './player-cookie.ts'

export type Streams = {
  /** Server-sent events: what is new in a channel for a reader above `after`, and which other channels have news. */
  open(visitor: Visitor, channel: Place, after: number): Readable
  /** Everyone who has a stream open in this process, each once. */
  people(): Visitor[]
  start(): Promise<void>
  /** Ends every stream, so that nothing keeps the server from closing. */
  close(): Promise<void>
}

type Show = (entry: TranscriptEntry, reader: Place) => { id: number; under?: number; html: string }

type Stream = {
  visitor: Visitor
  channel: Place
  seen: Map<Place, number>
  out: PassThrough
  busy: boolean
  again: Set<Place>
}

/** Heroku's router cuts a connection on which nothing was sent for 55 s. */
const heartbeatMs = 25_000
const atOnce = 200
const elsewhereAtOnce = 20
const mostForOneReader = 8
/** A page that is loaded anew ends one stream and opens the next: nobody left. */
const leavingMs = 2_000
/** A reader who takes nothing is let go, and comes back with the id of the last event. */
const mostWaiting = 2_000_000

export function createStreams(transcript: Transcript, show: Show, log: FastifyBaseLogger): Streams {
  const open = new Set<Stream>()
  let endWatch: (() => Promise<void>) | undefined
  const heartbeat = setInterval(() => {
    for (const { out } of open) if (out.writable) out.write(': still here\n\n')
  }, heartbeatMs).unref()

  function write(stream: Stream, name: string, data: unknown, id?: number): void {
    if (!stream.out.writable) return
    stream.out.write(`${id === undefined ? '' : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`)
    if (stream.out.writableLength > mostWaiting) stream.out.destroy()
  }

  async function catchUp(stream: Stream, channel: Place): Promise<void> {
    const own = channel === stream.channel
    const seen = stream.seen.get(channel) ?? 0
    const entries = await transcript.since(channel, stream.visitor.ref, seen, own ? atOnce : elsewhereAtOnce)
    for (const entry of entries.sort((a, b) => a.sequence - b.sequence)) {
      stream.seen.set(channel, entry.sequence)
      if (own) write(stream, 'entry', show(entry, stream.visitor.ref), entry.sequence)
    }
    if (!own && entries.length > 0) write(stream, 'elsewhere', channelAt(channel)?.name)
  }

  function people(): Visitor[] {
    return [...new Map([...open].map(({ visitor }) => [visitor.ref, visitor])).values()]
  }

  function announce(): void {
    const here = people()
    for (const stream of open) write(stream, 'people', peopleList(here, stream.visitor).join(''))
  }

  function leave(stream: Stream): void {
    open.delete(stream)
    setTimeout(announce, leavingMs).unref()
  }

  /** One reading at a time for each stream, so that its lines leave in order. */
  async function pump(stream: Stream, changed: Place): Promise<void> {
    stream.again.add(changed)
    if (stream.busy) return
    stream.busy = true
    try {
      for (const channel of stream.again) {
        stream.again.delete(channel)
        await catchUp(stream, channel)
      }
    } catch (error) {
      log.warn({ err: error }, 'a stream could not be read on')
      stream.out.end()
    } finally {
      stream.busy = false
    }
  }

  /** The newest line of each other channel at the start: only what comes after it is news. */
  async function begin(stream: Stream): Promise<void> {
    try {
      for (const { ref } of playgroundChannels) {
        if (ref === stream.channel) continue
        const newest = await transcript.since(ref, stream.visitor.ref, 0, elsewhereAtOnce)
        stream.seen.set(ref, Math.max(0, ...newest.map(({ sequence }) => sequence)))
      }
    } catch (error) {
      log.warn({ err: error }, 'a stream could not begin')
      stream.out.end()
    }
    stream.busy = false
    await pump(stream, stream.channel)
  }

  return {
    open(visitor, channel, after) {
      const out = new PassThrough()
      const stream: Stream = { visitor, channel, seen: new Map([[channel, after]]), out, busy: true, again: new Set() }
      const others = [...open].filter((one) => one.visitor.ref === visitor.ref)
      if (others.length >= mostForOneReader) others[0]?.out.end()
      open.add(stream)
      out.on('close', () => leave(stream))
      out.write('retry: 1500\n\n')
      announce()
      void begin(stream)
      return out
    },

    people,

    async start() {
      endWatch = await transcript.watch((channel) => {
        for (const stream of open) void pump(stream, channel)
      })
    },

    async close() {
      clearInterval(heartbeat)
      for (const { out } of open) out.end()
      await endWatch?.()
    },
  }
}
