import { createHmac, createSecretKey } from 'node:crypto'
import { deriveSecret } from '../adapters/chats/derive-secret.ts'
import type { Place } from '../domain/place.ts'

/**
 * Returns a keyed hash of a person's identity (HMAC-SHA256, 22 characters). It recognizes the person without storing
 * the identity, and without the secret nobody can test names.
 */
export function createFingerprint(secret: string): (player: Place) => string {
  // Node takes a key object at once. With a buffer, it first fails to read it as each kind of key object.
  const key = createSecretKey(deriveSecret(secret, 'fingerprints of players'))
  return (player) => createHmac('sha256', key).update(player).digest('base64url').slice(0, 22)
}
