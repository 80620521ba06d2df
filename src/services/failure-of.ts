import { ChatError } from '../domain/errors.ts'

/** Why a chat refused or failed; undefined if it didn't. Other errors are rethrown. */
export async function failureOf(sending: Promise<unknown>): Promise<ChatError | undefined> {
  try {
    await sending
    return undefined
  } catch (error) {
    if (error instanceof ChatError) return error
    throw error
  }
}
