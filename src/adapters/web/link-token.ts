import { createHmac, timingSafeEqual } from 'node:crypto'

const minuteMs = 60 * 1000
const hourMs = 60 * minuteMs

/**
 * How long a link for each purpose is valid, as a number of units. The unit in which the link was created isn't
 * counted. A token for one purpose isn't valid for another.
 */
const validity = {
  board: { unitMs: 24 * hourMs, units: 90 },
  export: { unitMs: hourMs, units: 24 },
  me: { unitMs: hourMs, units: 24 },
  pack: { unitMs: hourMs, units: 7 * 24 },
  desk: { unitMs: minuteMs, units: 15 },
} as const
export type LinkPurpose = keyof typeof validity

export type LinkSubject = {
  id: number
  /** A link of an earlier generation is invalid, because its owner has revoked it or it was used. */
  generation: number
}

/**
 * Signs a link as `<id>.<last unit since 1970>.<generation>.<HMAC-SHA-256 of purpose and the rest, base64url>`. It
 * contains the unit rather than the second, so that a link stays the same within a day. Generation 0 is omitted, as in
 * links from earlier releases.
 */
export function signLink(secret: string, purpose: LinkPurpose, { id, generation }: LinkSubject, now: Date): string {
  const { unitMs, units } = validity[purpose]
  const last = Math.floor(now.getTime() / unitMs) + units
  const signed = generation === 0 ? `${id}.${last}` : `${id}.${last}.${generation}`
  return `${signed}.${mac(secret, purpose, signed)}`
}

/** Returns the content of a token, or `unknown` if the signature isn't ours. The caller checks the generation. */
export function readLink(
  secret: string,
  purpose: LinkPurpose,
  token: string,
  now: Date,
): LinkSubject | 'expired' | 'unknown' {
  const [, signed, id, last, generation = '0', given] =
    /^((\d{1,15})\.(\d{1,9})(?:\.(\d{1,9}))?)\.([\w-]{43})$/.exec(token) ?? []
  if (signed === undefined || given === undefined) return 'unknown'
  if (!timingSafeEqual(Buffer.from(given), Buffer.from(mac(secret, purpose, signed)))) return 'unknown'
  if (Number(last) < Math.floor(now.getTime() / validity[purpose].unitMs)) return 'expired'
  return { id: Number(id), generation: Number(generation) }
}

function mac(secret: string, purpose: LinkPurpose, signed: string): string {
  return createHmac('sha256', secret).update(`${purpose} ${signed}`).digest('base64url')
}
