import { type Logger as BoltLogger, LogLevel } from '@slack/bolt'
import type { Log } from '../../chats/log.ts'

/** Bolt logs whole payloads at its debug level: those are dropped. */
export function boltLogger(log: Log): BoltLogger {
  return {
    debug: () => {},
    info: (...said) => log.debug({ said: words(said) }, 'Slack library'),
    warn: (...said) => log.warn({ said: words(said) }, 'Slack library warns'),
    error: (...said) => log.warn({ said: words(said) }, 'Slack library reports an error'),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  }
}

function words(said: readonly unknown[]): string {
  return said.map((one) => (one instanceof Error ? `${one.name}: ${one.message}` : String(one))).join(' ')
}
