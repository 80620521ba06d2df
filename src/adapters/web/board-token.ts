import { createHmac, timingSafeEqual } from 'node:crypto'

/** How long a link to a board works. */
const daysValid = 90
const dayMs = 24 * 60 * 60 * 1000

/**
 * Signs a link to a workspace's board: `<workspace id>.<last day since 1970>.<HMAC-SHA-256 of both, base64url>`. The day,
 * and not the second, so that the link of one day stays the same.
 */
export function signBoardToken(secret: string, workspaceId: number, now: Date): string {
  const signed = `${workspaceId}.${Math.floor(now.getTime() / dayMs) + daysValid}`
  return `${signed}.${mac(secret, signed)}`
}

/** The workspace of a token; `unknown` where the signature is not ours. */
export function readBoardToken(
  secret: string,
  token: string,
  now: Date,
): { workspaceId: number } | 'expired' | 'unknown' {
  const [, signed, id, lastDay, given] = /^((\d{1,15})\.(\d{1,6}))\.([\w-]{43})$/.exec(token) ?? []
  if (signed === undefined || given === undefined) return 'unknown'
  if (!timingSafeEqual(Buffer.from(given), Buffer.from(mac(secret, signed)))) return 'unknown'
  if (Number(lastDay) < Math.floor(now.getTime() / dayMs)) return 'expired'
  return { workspaceId: Number(id) }
}

function mac(secret: string, signed: string): string {
  return createHmac('sha256', secret).update(`board ${signed}`).digest('base64url')
}
