import { createHmac, timingSafeEqual } from 'node:crypto'
import { deriveSecret } from './derive-secret.ts'

/**
 * Keyed marks (HMAC-SHA256) for places where other people can also write, such as a message in a channel or the id of a
 * button. Only the app can create them, so nobody can forge a message or a button of the app.
 */
export type Marks = {
  /** Returns 32 bytes, created with the current secret. */
  of(text: string): Buffer
  /** Returns the marks under the current and all earlier secrets, because marks from earlier secrets remain valid. */
  everyOf(text: string): Buffer[]
}

/** Creates marks with the first secret and recognizes those of all secrets. */
export function createMarks(secrets: readonly [string, ...string[]]): Marks {
  const [present, ...earlier] = secrets
  const keyOf = (secret: string): Buffer => deriveSecret(secret, 'chat marks')
  const key = keyOf(present)
  const keys = [key, ...earlier.map(keyOf)]
  const digest = (under: Buffer, text: string): Buffer => createHmac('sha256', under).update(text).digest()
  return { of: (text) => digest(key, text), everyOf: (text) => keys.map((one) => digest(one, text)) }
}

const shortBytes = 9

export function shortMark(marks: Marks, text: string): string {
  return shortened(marks.of(text))
}

export function isShortMark(marks: Marks, text: string, mark: string): boolean {
  const given = Buffer.from(mark)
  return marks.everyOf(text).some((one) => {
    const wanted = Buffer.from(shortened(one))
    return wanted.length === given.length && timingSafeEqual(wanted, given)
  })
}

function shortened(mark: Buffer): string {
  return mark.subarray(0, shortBytes).toString('base64url')
}
