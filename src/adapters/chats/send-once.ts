import { ChatError } from '../../domain/errors.ts'
import type { Tries } from '../../ports/store/tries.ts'

/**
 * Sends the message for a key unless an earlier try, in any process, already sent it. The start of each try is recorded
 * before the message is sent, so the first try needs no search. A later try calls `look` to search the chat for the
 * message.
 */
export async function sendOnce<T>(
  tries: Pick<Tries, 'begin' | 'takeBack'>,
  key: string,
  { look, send }: { look(): Promise<T | undefined>; send(): Promise<T> },
): Promise<T> {
  const again = await tries.begin(key)
  const found = again ? await look() : undefined
  if (found !== undefined) return found
  try {
    return await send()
  } catch (error) {
    // A refused message did not arrive. If removing the record fails, the next try only makes an unnecessary search.
    if (!again && isRefusal(error)) await tries.takeBack(key).catch(() => {})
    throw error
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof ChatError && error.code !== 'unavailable'
}
