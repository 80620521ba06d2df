import type { ChatError } from '../../domain/errors.ts'
import type { Form, Message } from '../../ports/message.ts'
import type { Log } from './log.ts'

export type ExamineMeans = {
  publicUrl: string | undefined
  log: Log
  /** Returns one of our own commands as it has to be typed in this environment. */
  quiz(command: string): string
  samples(): Sample[]
}

/** A sample message or form, with its name for operators. */
export type Sample = { what: string } & (
  | { message: Message }
  | { form: Form }
  | { home: Message }
  | { outcome: Message }
)

/**
 * If the platform is unavailable, the remedy is to check again. If the token is invalid, the remedy is to replace it.
 */
export function tokenRemedy({ code }: ChatError, variable: string, quiz: ExamineMeans['quiz']): string {
  return code === 'gone' || code === 'forbidden' ? `heroku config:set ${variable}=...` : quiz('doctor')
}
