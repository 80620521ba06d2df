import { ChatError } from '../../domain/errors.ts'

/** Whether a way to somebody is closed for good. A platform that is away or asks us to wait may take it later. */
export function isClosed(error: unknown): boolean {
  return error instanceof ChatError && (error.code === 'gone' || error.code === 'forbidden')
}
