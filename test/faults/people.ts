import { randomUUID } from 'node:crypto'

export type Sent = {
  roundId: number
  channel: string
  user: string
  text: string
  /** The forms and commands that sent it, newest last. The grade appears in one of them. */
  ways: string[]
  /** `taken`: the sender saw “being graded”. `given-up`: every attempt showed that it was not accepted. */
  outcome: 'taken' | 'refused' | 'given-up'
  at: number
  requests: Request[]
}

/** One attempt to send an answer. Every log line about it has the id. */
export type Request = { id: string; at: number; said?: string | undefined }

/** How people on one platform send answers and read replies. The result is undefined if there was no response. */
export type People = {
  channels: readonly string[]
  nameOf(channel: string, player: number): string
  /** Sends an answer by form. `again` is true if the last attempt got no response. */
  submit(one: Sent, again: boolean): Promise<string | undefined>
  command(one: Sent): Promise<string | undefined>
  ask(channel: string): Promise<unknown>
}

/** Slack and Discord stop waiting for the app after this time and show an error. */
const patienceMs = 3000

/** Sends a signed request to one of the web processes and records it; returns the body of a successful response. */
export async function post(
  addresses: readonly string[],
  path: string,
  request: { method: 'POST'; headers: Record<string, string>; body: string },
  requests: Request[] = [],
): Promise<string | undefined> {
  const address = addresses[Math.floor(Math.random() * addresses.length)]
  if (address === undefined) return undefined
  const noted: Request = { id: randomUUID(), at: Date.now() }
  requests.push(noted)
  try {
    const response = await fetch(`${address}${path}`, {
      ...request,
      headers: { ...request.headers, 'x-forwarded-proto': 'https', 'x-request-id': noted.id },
      signal: AbortSignal.timeout(patienceMs),
    })
    const text = await response.text()
    noted.said = text
    return response.ok ? text : undefined
  } catch {
    return undefined
  }
}
