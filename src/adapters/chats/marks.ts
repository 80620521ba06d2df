import { createHmac, timingSafeEqual } from 'node:crypto'
import { deriveSecret } from './derive-secret.ts'

/**
 * Keyed marks (HMAC-SHA256) for places where other people can write too, such as a message in a channel or the id of a
 * button. Only we can create one, so a guess by somebody else is never taken for ours.
 */
export type Marks = {
  /** 32 bytes, created with the current secret. */
  of(text: string): Buffer
  /** The mark under the current secret and under each earlier one: marks from earlier secrets are still ours. */
  everyOf(text: string): Buffer[]
}

/** The first secret creates marks; all of them recognize their own. */
export function createMarks(secrets: readonly [string, ...string[]]): Marks {
  const [present, ...earlier] = secrets
  const keyOf = (secret: string): Buffer => deriveSecret(secret, 'chat marks')
  const key = keyOf(present)
  const keys = [key, ...earlier.map(keyOf)]
  const digest = (under: Buffer, text: string): Buffer => createHmac('sha256', under).update(text).digest()
  return { of: (text) => digest(key, text), everyOf: (text) => keys.map((one) => digest(one, text)) }
}

const shortBytes = 9

/** A short form, 12 characters, for places with little room. */
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
