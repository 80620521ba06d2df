import { type Logger, pino } from 'pino'
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
  return pino({
    level: options.level,
    base: { process: options.process, ...(options.release === undefined ? {} : { release: options.release }) },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: (error: unknown) => loggedError(error) },
    redact: { paths: hidden.flatMap((field) => [field, `*.${field}`]), censor: '[hidden]' },
    ...(options.pretty
      ? {
          transport: {
            target: 'pino-pretty',
            options: { ignore: 'pid,hostname,process', translateTime: 'HH:MM:ss', destination: 2 },
          },
        }
      : {}),
  })
}
