import { HTTPModuleFunctions } from '@slack/bolt'
import type { FastifyRequest } from 'fastify'
import { isTimely } from '../../chats/is-timely.ts'
import { type Payload, readPayload } from './payloads.ts'

/** What the guard does with a request: passes it to Bolt, or responds at once. */
export type Verdict = { kind: 'pass' } | { kind: 'refused'; status: 400 | 401 } | { kind: 'unused'; what: string }

type Raw = FastifyRequest['raw'] & { rawBody: Buffer }

/**
 * Protects Bolt, which accepts timestamps from the future, crashes on a signed `null`, returns 500 for payloads with
 * missing fields and doesn't respond to unknown types. Bolt's own functions check the signature and parse the body
 * here, so nobody can learn how we treat a body that Slack did not sign.
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

/** Uses the system's clock, like Bolt: with two clocks, requests could get in that neither should accept. */
function isNow(timestamp: string | string[] | undefined): boolean {
  // Slack checks an address's certificate with a request that carries neither timestamp nor signature.
  if (timestamp === undefined) return true
  return isTimely(Number(timestamp), new Date())
}
