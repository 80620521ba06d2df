import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import { isTimely } from '../../chats/is-timely.ts'

export type Verdict<Read> = { kind: 'pass'; payload: Read; signature: string } | { kind: 'refused'; status: 400 | 401 }

/** `read` returns undefined if Discord wouldn't send such a body. */
export type Guard = <Read>(
  headers: Headers,
  rawBody: Buffer,
  read: (body: unknown) => Read | undefined,
) => Verdict<Read>

type Headers = Readonly<Record<string, string | string[] | undefined>>

/** The DER prefix that Node needs before an Ed25519 public key of 32 bytes. */
const derOfRawKey = Buffer.from('302a300506032b6570032100', 'hex')

/**
 * Checks the signature of the raw bytes before they are parsed, so that an unsigned body always gets the same response.
 * Throws a TypeError if the key isn't valid.
 */
export function createGuard(publicKey: string, now: () => Date): Guard {
  const key = createPublicKey({
    key: Buffer.concat([derOfRawKey, Buffer.from(publicKey, 'hex')]),
    format: 'der',
    type: 'spki',
  })
  return (headers, rawBody, read) => {
    const timestamp = headers['x-signature-timestamp']
    const signature = headers['x-signature-ed25519']
    if (typeof timestamp !== 'string' || typeof signature !== 'string') return { kind: 'refused', status: 401 }
    if (!isNow(timestamp, now()) || !isSigned(key, timestamp, signature, rawBody)) {
      return { kind: 'refused', status: 401 }
    }
    const payload = payloadOf(rawBody, read)
    return payload ? { kind: 'pass', payload, signature: signature.toLowerCase() } : { kind: 'refused', status: 400 }
  }
}

function isNow(timestamp: string, now: Date): boolean {
  return /^\d{1,15}$/.test(timestamp) && isTimely(Number(timestamp), now)
}

function isSigned(key: KeyObject, timestamp: string, signature: string, rawBody: Buffer): boolean {
  if (!/^[0-9a-f]{128}$/i.test(signature)) return false
  return verify(null, Buffer.concat([Buffer.from(timestamp), rawBody]), key, Buffer.from(signature, 'hex'))
}

function payloadOf<Read>(rawBody: Buffer, read: (body: unknown) => Read | undefined): Read | undefined {
  try {
    return read(JSON.parse(rawBody.toString('utf8')))
  } catch {
    return undefined
  }
}
