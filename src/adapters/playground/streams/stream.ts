import { PassThrough } from 'node:stream'
import type { Place } from '../../../domain/place.ts'
import type { TranscriptEntry } from '../../../ports/transcript.ts'
import type { Guest } from '../visitor-cookie.ts'

export type Show = (entry: TranscriptEntry, reader: Place) => { id: number; under?: number; html: string }

export type Stream = {
  guest: Guest
  channel: Place
  address: string
  /** The sequence number of the last line that was sent from the page's own channel. */
  seen: number
  /** `missed` means that something changed while the backlog was being read. */
  state: 'beginning' | 'missed' | 'current'
  out: PassThrough
}

export type Opening = { guest: Guest; channel: Place; after: number; address: string }

/** In bytes. A reader that doesn't consume its data is disconnected, and reconnects with the id of the last event. */
const mostWaiting = 500_000

export function openStream({ guest, channel, address, after }: Opening): Stream {
  const out = new PassThrough()
  out.write('retry: 1500\n\n')
  return { guest, channel, address, seen: after, state: 'beginning', out }
}

export function write({ out }: Stream, name: string, data: unknown, id?: number): void {
  if (!out.writable) return
  out.write(`${id === undefined ? '' : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`)
  if (out.writableLength > mostWaiting) out.destroy()
}

export function isFor({ guest }: Stream, { onlyFor }: TranscriptEntry): boolean {
  return onlyFor === undefined || onlyFor === guest.ref
}

export function writeEntries(stream: Stream, entries: readonly TranscriptEntry[], show: Show): void {
  for (const entry of [...entries].sort((a, b) => a.sequence - b.sequence)) {
    if (entry.sequence <= stream.seen) continue
    stream.seen = entry.sequence
    if (isFor(stream, entry)) write(stream, 'entry', show(entry, stream.guest.ref), entry.sequence)
  }
}
