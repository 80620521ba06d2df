import { hkdfSync } from 'node:crypto'

/**
 * Derives a 32-byte secret for one purpose (HKDF-SHA256). It reveals nothing about APP_SECRET or about the secrets for
 * other purposes.
 */
export function deriveSecret(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `heroku-quiz ${purpose}`, 32))
}
