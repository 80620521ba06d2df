import { createHmac, timingSafeEqual } from 'node:crypto'

/** What a link is for, and how many days it works. A token of one purpose is nothing for another. */
const daysValid = { board: 90, export: 1 } as const
export type LinkPurpose = keyof typeof daysValid

const dayMs = 24 * 60 * 60 * 1000

/**
 * Signs a link: `<id>.<last day since 1970>.<HMAC-SHA-256 of purpose, id and day, base64url>`. The day, and not the
 * second, so that the link of one day stays the same.
 */
export function signLink(secret: string, purpose: LinkPurpose, id: number, now: Date): string {
  const signed = `${id}.${Math.floor(now.getTime() / dayMs) + daysValid[purpose]}`
  return `${signed}.${mac(secret, purpose, signed)}`
}

/** The id of a token; `unknown` where the signature is not ours. */
export function readLink(
  secret: string,
  purpose: LinkPurpose,
  token: string,
  now: Date,
): { id: number } | 'expired' | 'unknown' {
  const [, signed, id, lastDay, given] = /^((\d{1,15})\.(\d{1,6}))\.([\w-]{43})$/.exec(token) ?? []
  if (signed === undefined || given === undefined) return 'unknown'
  if (!timingSafeEqual(Buffer.from(given), Buffer.from(mac(secret, purpose, signed)))) return 'unknown'
  if (Number(lastDay) < Math.floor(now.getTime() / dayMs)) return 'expired'
  return { id: Number(id) }
}

function mac(secret: string, purpose: LinkPurpose, signed: string): string {
  return createHmac('sha256', secret).update(`${purpose} ${signed}`).digest('base64url')
}
