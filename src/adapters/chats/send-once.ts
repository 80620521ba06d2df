import { ChatError } from '../../domain/errors.ts'
import type { Tries } from '../../ports/store/tries.ts'

/**
 * Sends the message for a key, unless an earlier try did, in any process. The start of a try is recorded before it
 * begins, so that a first one, which is nearly every one, costs a single call. Only after a try that may have arrived
 * does `look` search the chat for its message.
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
    // What was refused did not arrive. If the record stays, it only costs the next try a look.
    if (!again && isRefusal(error)) await tries.takeBack(key).catch(() => {})
    throw error
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof ChatError && error.code !== 'unavailable'
}
