import { ChatError } from '../domain/errors.ts'

/** Returns the error of a chat that refused or failed; undefined on success. Other errors are rethrown. */
export async function failureOf(sending: Promise<unknown>): Promise<ChatError | undefined> {
  try {
    await sending
    return undefined
  } catch (error) {
    if (error instanceof ChatError) return error
    throw error
  }
}
