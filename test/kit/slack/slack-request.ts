import { createHmac } from 'node:crypto'

export const signingSecret = '0123456789abcdef0123456789abcdef'

export type SignedRequest = { method: 'POST'; headers: Record<string, string>; body: string }

/** A request with Slack's signature; `at` is in seconds. */
export function signed(
  body: string,
  { type = 'application/json', at = Math.floor(Date.now() / 1000), secret = signingSecret, headers = {} } = {},
): SignedRequest {
  const signature = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex')
  return {
    method: 'POST',
    headers: {
      'content-type': type,
      'x-slack-request-timestamp': String(at),
      'x-slack-signature': `v0=${signature}`,
      ...headers,
    },
    body,
  }
}

const form = 'application/x-www-form-urlencoded'

/** How Slack sends each kind: commands as a form, interactions as JSON in a form, events as JSON. */
export const slackSends = {
  command: (fields: Record<string, string>) => signed(new URLSearchParams(fields).toString(), { type: form }),
  interaction: (payload: object) =>
    signed(new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), { type: form }),
  event: (payload: object, headers: Record<string, string> = {}) => signed(JSON.stringify(payload), { headers }),
}
