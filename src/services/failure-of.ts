import { ChatError } from '../domain/errors.ts'

/** Why a chat refused or failed; nothing where it did not. Other errors are thrown on. */
export async function failureOf(sending: Promise<unknown>): Promise<ChatError | undefined> {
  try {
    await sending
    return undefined
  } catch (error) {
    if (error instanceof ChatError) return error
    throw error
  }
}
