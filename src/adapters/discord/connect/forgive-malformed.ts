import type { Client } from 'discord.js'
import type { Log } from '../../chats/log.ts'

type Packet = { t?: unknown }
type Reader = { handlePacket(packet?: Packet, shard?: unknown): boolean }

/**
 * discord.js also reads every event for its own caches, and throws if a field is missing: inside a promise that nobody
 * awaits, which would end the process. It has no setting for that, so its reader is wrapped.
 */
export function forgiveMalformed(client: Client, log: Pick<Log, 'warn'>): void {
  const reader = client.ws as unknown as Reader
  const read = reader.handlePacket.bind(reader)
  reader.handlePacket = (packet, shard) => {
    try {
      return read(packet, shard)
    } catch (error) {
      dropped(log, packet?.t, error)
      return false
    }
  }
}

/** Logs an event that couldn't be read: which one, but never its content. */
export function dropped(log: Pick<Log, 'warn'>, event: unknown, error?: unknown): void {
  log.warn({ event, ...(error === undefined ? {} : { err: error }) }, 'a malformed event was dropped')
}
