import { Agent, request } from 'node:http'

export type Sent = { path: string; headers: Record<string, string>; body: string }

/** Keeps its connections open, as Slack and Discord do. */
export function httpClient(): { send(address: string, sent: Sent): Promise<boolean>; close(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 })
  return {
    send: (address, { path, headers, body }) =>
      new Promise((resolve, reject) => {
        const length = { 'content-length': String(Buffer.byteLength(body)), 'x-forwarded-proto': 'https' }
        const options = { method: 'POST', agent, headers: { ...headers, ...length } }
        const outgoing = request(`${address}${path}`, options, (answer) => {
          answer.resume()
          answer.once('end', () => resolve(answer.statusCode === 200))
        })
        outgoing.once('error', reject)
        outgoing.setTimeout(10_000, () => outgoing.destroy(new Error('no answer')))
        outgoing.end(body)
      }),
    close: () => agent.destroy(),
  }
}
