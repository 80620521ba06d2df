import { randomUUID } from 'node:crypto'

/** One answer as the person who sent it knows it. */
export type Sent = {
  roundId: number
  channel: string
  user: string
  text: string
  /** Forms and commands by which it was sent, the last one last: where the person looks for the grade. */
  ways: string[]
  /** `taken`: they were told that it is being graded. `given-up`: they were told, each time, that it was not taken. */
  outcome: 'taken' | 'refused' | 'given-up'
  at: number
  requests: Request[]
}

/** One try to send an answer. The id is in every log line about it. */
export type Request = { id: string; at: number; said?: string | undefined }

/** How people of one platform send things, and what they read in the end: nothing where no answer came. */
export type People = {
  channels: readonly string[]
  /** The name by which the platform knows a person. */
  nameOf(channel: string, player: number): string
  /** By form. `again` where the last try got no answer. */
  submit(one: Sent, again: boolean): Promise<string | undefined>
  command(one: Sent): Promise<string | undefined>
  /** An admin has a question asked. */
  ask(channel: string): Promise<unknown>
}

/** Slack and Discord give up on us after so long, and show people an error. */
const patienceMs = 3000

/** Sends a signed request to one of the web processes and notes it; gives the body of what it answered well. */
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
