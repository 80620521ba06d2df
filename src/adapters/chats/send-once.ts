import { ChatError } from '../../domain/errors.ts'
import type { Tries } from '../../ports/store/tries.ts'

/**
 * Sends what a key stands for, unless an earlier try did, in whichever process. That a try begins is written down before
 * it does, so that a first one, which is nearly every one, costs the chat a single call. Only after one that may have
 * arrived does `look` search the chat for what it left.
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
    // What was refused did not arrive. Left standing, the note costs the next try a look, and no more.
    if (!again && isRefusal(error)) await tries.takeBack(key).catch(() => {})
    throw error
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof ChatError && error.code !== 'unavailable'
}
