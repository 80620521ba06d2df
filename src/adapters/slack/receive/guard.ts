import { HTTPModuleFunctions, type StringIndexed } from '@slack/bolt'
import type { FastifyRequest } from 'fastify'
import { isTimely } from '../../chats/is-timely.ts'
import { type Payload, readPayload } from './payloads.ts'

/** `pass` hands the request to Bolt. The others are answered immediately. */
export type Verdict =
  | { kind: 'pass'; body: StringIndexed; payload: Payload }
  | { kind: 'check'; body?: { challenge: string } }
  | { kind: 'refused'; status: 400 | 401 }
  | { kind: 'unused'; what: string }

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
  const body = bodyOf(request)
  const payload = readPayload(body)
  if (payload === undefined) return { kind: 'refused', status: 400 }
  switch (payload.kind) {
    case 'check':
      return { kind: 'check', ...(payload.challenge !== undefined && { body: { challenge: payload.challenge } }) }
    case 'other':
      return { kind: 'unused', what: payload.what }
    default:
      return { kind: 'pass', body, payload }
  }
}

function bodyOf(request: Raw): StringIndexed {
  try {
    return HTTPModuleFunctions.parseHTTPRequestBody(request)
  } catch {
    return {}
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
