import { HTTPModuleFunctions } from '@slack/bolt'
import type { FastifyRequest } from 'fastify'
import { isTimely } from '../../chats/is-timely.ts'
import { type Payload, readPayload } from './payloads.ts'

/** What a request gets at the door: on to Bolt, or an answer at once. */
export type Verdict = { kind: 'pass' } | { kind: 'refused'; status: 400 | 401 } | { kind: 'unused'; what: string }

type Raw = FastifyRequest['raw'] & { rawBody: Buffer }

/**
 * Stands in front of Bolt, which accepts timestamps from the future, dies of a signed `null`, answers 500 to payloads
 * with holes in them and leaves types it does not know without an answer. Bolt's own functions check the signature and
 * read the body here, so that nobody learns what we make of a body which Slack did not sign.
 */
export async function inspect(request: Raw, signingSecret: string): Promise<Verdict> {
  if (!isNow(request.headers['x-slack-request-timestamp'])) return { kind: 'refused', status: 401 }
  try {
    await HTTPModuleFunctions.parseAndVerifyHTTPRequest({ signingSecret }, request)
  } catch {
    return { kind: 'refused', status: 401 }
  }
  const payload = bodyOf(request)
  if (payload === undefined) return { kind: 'refused', status: 400 }
  return payload.kind === 'other' ? { kind: 'unused', what: payload.what } : { kind: 'pass' }
}

function bodyOf(request: Raw): Payload | undefined {
  try {
    return readPayload(HTTPModuleFunctions.parseHTTPRequestBody(request))
  } catch {
    return undefined
  }
}

/** By the system's clock, as Bolt does it: two clocks at one door would let in what neither should. */
function isNow(timestamp: string | string[] | undefined): boolean {
  // Slack checks an address's certificate with a request that carries neither timestamp nor signature.
  if (timestamp === undefined) return true
  return isTimely(Number(timestamp), new Date())
}
