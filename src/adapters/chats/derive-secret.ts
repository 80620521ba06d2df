import { hkdfSync } from 'node:crypto'

/**
 * A secret for one purpose (HKDF-SHA256, 32 bytes). It reveals nothing about APP_SECRET or the secret for another
 * purpose.
 */
export function deriveSecret(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `heroku-quiz ${purpose}`, 32))
}
