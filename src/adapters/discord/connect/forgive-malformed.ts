import type { Client } from 'discord.js'
import type { Log } from '../../chats/log.ts'

type Packet = { t?: unknown }
type Reader = { handlePacket(packet?: Packet, shard?: unknown): boolean }

/**
 * discord.js reads every event for its own caches as well, and throws where one has a hole in it: inside a promise that
 * nobody waits for, which would end the process. It has no setting for that, so its reader is wrapped.
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

/** Notes an event that could not be read: which, and never what was in it. */
export function dropped(log: Pick<Log, 'warn'>, event: unknown, error?: unknown): void {
  log.warn({ event, ...(error === undefined ? {} : { err: error }) }, 'a malformed event was dropped')
}
