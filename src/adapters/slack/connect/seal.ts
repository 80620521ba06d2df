import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { deriveSecret } from '../../chats/derive-secret.ts'

/** Encrypts stored data. The ciphertext is bound to `about`, so it can't be decrypted in another row. */
export type Seal = {
  close(text: string, about: string): string
  /** Throws an Error that names the setting if no known secret encrypted the data, or if the data was changed. */
  open(sealed: string, about: string): string
  /** Whether the current secret encrypted it, rather than an earlier one. */
  isCurrent(sealed: string): boolean
}

type Key = { id: string; bytes: Buffer }

const ivBytes = 12
const tagBytes = 16

/**
 * Uses AES-256-GCM with keys derived from APP_SECRET. The first secret encrypts and all secrets decrypt, so that a
 * secret can be replaced while data from an earlier one still exists.
 */
export function createSeal(secrets: readonly [string, ...string[]]): Seal {
  const keys = secrets.map(deriveKey)
  return {
    close(text, about) {
      const [key] = keys
      if (!key) throw new TypeError('encrypting a token needs a secret')
      const iv = randomBytes(ivBytes)
      const cipher = createCipheriv('aes-256-gcm', key.bytes, iv).setAAD(Buffer.from(about))
      const closed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return `1.${key.id}.${Buffer.concat([iv, cipher.getAuthTag(), closed]).toString('base64url')}`
    },
    open(sealed, about) {
      const [version, id, body] = sealed.split('.')
      const key = keys.find((one) => one.id === id)
      if (version !== '1' || !key || body === undefined) {
        throw new Error(
          'a stored token was encrypted with another APP_SECRET: add that secret to APP_SECRET_EARLIER, or reinstall',
        )
      }
      const bytes = Buffer.from(body, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', key.bytes, bytes.subarray(0, ivBytes), {
        authTagLength: tagBytes,
      })
        .setAAD(Buffer.from(about))
        .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
      return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]).toString('utf8')
    },
    isCurrent: (sealed) => sealed.split('.')[1] === keys[0]?.id,
  }
}

function deriveKey(secret: string): Key {
  const bytes = deriveSecret(secret, 'slack installations')
  return { id: createHash('sha256').update(bytes).digest('hex').slice(0, 8), bytes }
}
