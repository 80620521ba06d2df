import { HTTPModuleFunctions } from '@slack/bolt'
import type { FastifyRequest } from 'fastify'
import { isTimely } from '../../chats/is-timely.ts'
import { type Payload, readPayload } from './payloads.ts'

/** `pass` hands the request to Bolt. The others are answered immediately. */
export type Verdict = { kind: 'pass' } | { kind: 'refused'; status: 400 | 401 } | { kind: 'unused'; what: string }

type Raw = FastifyRequest['raw'] & { rawBody: Buffer }

/**
 * Protects Bolt, which accepts timestamps from the future, crashes on a signed `null`, returns 500 for payloads with
 * missing fields and doesn't respond to unknown types. Bolt's own functions check the signature and parse the body, so
 * an unsigned body always gets the same response.
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

/**
 * Uses the system's clock, like Bolt. With different clocks, the two checks together could accept a request that is too
 * old.
 */
function isNow(timestamp: string | string[] | undefined): boolean {
  // When Slack checks the certificate of an address, its request has neither a timestamp nor a signature.
  if (timestamp === undefined) return true
  return isTimely(Number(timestamp), new Date())
}
