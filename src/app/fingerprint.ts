import { createHmac, createSecretKey } from 'node:crypto'
import { deriveSecret } from '../adapters/chats/derive-secret.ts'
import type { Place } from '../domain/place.ts'

/**
 * Returns a keyed hash of a person's identity (HMAC-SHA256, 22 characters). It recognizes the person without storing
 * the identity, and without the secret nobody can test names.
 */
export function createFingerprint(secret: string): (player: Place) => string {
  // A key object is faster than a buffer, which Node first tries in vain to read as each kind of key object.
  const key = createSecretKey(deriveSecret(secret, 'fingerprints of players'))
  return (player) => createHmac('sha256', key).update(player).digest('base64url').slice(0, 22)
}
