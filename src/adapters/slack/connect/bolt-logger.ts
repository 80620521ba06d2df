import { type Logger as BoltLogger, LogLevel } from '@slack/bolt'
import type { Log } from '../../chats/log.ts'

/** Drops Bolt's debug messages, because they contain whole payloads. */
export function boltLogger(log: Log): BoltLogger {
  return {
    debug: () => {},
    info: (...parts) => log.debug({ said: words(parts) }, 'Slack library'),
    warn: (...parts) => log.warn({ said: words(parts) }, 'Slack library warns'),
    error: (...parts) => log.warn({ said: words(parts) }, 'Slack library reports an error'),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  }
}

function words(parts: readonly unknown[]): string {
  return parts.map((one) => (one instanceof Error ? `${one.name}: ${one.message}` : String(one))).join(' ')
}
