import { type DestinationStream, destination, type Logger, type LoggerOptions, pino } from 'pino'
import { loggedError } from './logged-error.ts'

export type { Logger } from 'pino'

/** Fields with secrets or with texts that people wrote. Their values are never logged, at any depth. */
const hidden = ['text', 'answer', 'token', 'path', 'secret', 'authorization', 'cookie', 'values', 'words']

/** Writes one line of JSON per event, or human-readable lines if `pretty`. */
export function openLog(options: {
  level: string
  pretty: boolean
  process: string
  release?: string | undefined
}): Logger {
  const settings: LoggerOptions = {
    level: options.level,
    base: { process: options.process, ...(options.release === undefined ? {} : { release: options.release }) },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: (error: unknown) => loggedError(error) },
    redact: { paths: hidden.flatMap((field) => [field, `*.${field}`]), censor: '[hidden]' },
  }
  if (!options.pretty) return pino(settings, linesTogether())
  return pino({
    ...settings,
    transport: {
      target: 'pino-pretty',
      options: { ignore: 'pid,hostname,process', translateTime: 'HH:MM:ss', destination: 2 },
    },
  })
}

const mostBytes = 4096
const mostMs = 100

/**
 * Collects lines for up to a tenth of a second and writes them together, because each write takes longer than composing
 * a line. The remaining lines are written when the process exits, and a fatal error is written immediately. Only
 * SIGKILL can lose lines.
 */
function linesTogether(): DestinationStream & { flushSync(): void } {
  const output = destination({ minLength: mostBytes, sync: false })
  let isPlanned = false
  return {
    write(line) {
      output.write(line)
      if (isPlanned) return
      isPlanned = true
      setTimeout(() => {
        isPlanned = false
        output.flush()
      }, mostMs).unref()
    },
    flushSync: () => output.flushSync(),
  }
}
