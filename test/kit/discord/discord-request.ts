import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

const pair = generateKeyPairSync('ed25519')

/** 64 hexadecimal characters, as Discord shows it. */
export const publicKey = pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex')

export const anotherKey = generateKeyPairSync('ed25519').privateKey

export type SignedRequest = { method: 'POST'; headers: Record<string, string>; body: string }

/** A request with Discord's signature; `at` is in seconds. */
export function signed(
  body: string,
  {
    at = Math.floor(Date.now() / 1000) as number | string,
    key = pair.privateKey as KeyObject,
    type = 'application/json',
    headers = {},
  } = {},
): SignedRequest {
  return {
    method: 'POST',
    headers: {
      'content-type': type,
      'x-signature-timestamp': String(at),
      'x-signature-ed25519': sign(null, Buffer.from(`${at}${body}`), key).toString('hex'),
      ...headers,
    },
    body,
  }
}
