import type { Client } from 'discord.js'
import type { Log } from '../../chats/log.ts'

type Packet = { t?: unknown }
type Reader = { handlePacket(packet?: Packet, shard?: unknown): boolean }

/**
 * Drops malformed events. discord.js reads every event for its own caches, and throws if a field is missing. Nobody
 * awaits that promise, so the error would end the process. discord.js has no setting for this, so its reader is
 * wrapped.
 */
export function dropMalformed(client: Client, log: Pick<Log, 'warn'>): void {
  const reader = client.ws as unknown as Reader
  const read = reader.handlePacket.bind(reader)
  reader.handlePacket = (packet, shard) => {
    try {
      return read(packet, shard)
    } catch (error) {
      logDropped(log, packet?.t, error)
      return false
    }
  }
}

/** Logs the kind of an event that couldn't be read, but never its content. */
export function logDropped(log: Pick<Log, 'warn'>, event: unknown, error?: unknown): void {
  log.warn({ event, ...(error === undefined ? {} : { err: error }) }, 'a malformed event was dropped')
}
