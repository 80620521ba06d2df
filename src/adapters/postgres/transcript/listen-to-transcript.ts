import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import type { Place } from '../../../domain/place.ts'
import { connection } from '../sql/connection.ts'
import { transcriptNotifications } from './transcript.ts'

export type Listener = { close(): Promise<void> }

const patienceMs = { first: 250, most: 5000 }

/**
 * Calls `heard` with every channel that has a new line. A lost connection is reopened with growing delays. Then every
 * channel that may have changed is reported. Rejects if the first connection fails.
 */
export async function listenToTranscript(
  { url, onError }: { url: string; onError(error: unknown): void },
  heard: (channel: Place) => void,
): Promise<Listener> {
  const closing = new AbortController()
  const { signal } = closing
  let reconnected = Promise.resolve()
  let last = 0
  let client = await connect()
  await catchUp()

  async function connect(): Promise<Client> {
    const fresh = new Client(connection(url))
    fresh.on('error', onError)
    fresh.on('notification', ({ payload }) => {
      if (payload) heard(payload)
    })
    await fresh.connect()
    await fresh.query(`listen ${transcriptNotifications}`)
    fresh.on('end', () => {
      if (!signal.aborted) reconnected = reconnect()
    })
    return fresh
  }

  async function reconnect(): Promise<void> {
    for (let wait = patienceMs.first; !signal.aborted; wait = Math.min(2 * wait, patienceMs.most)) {
      try {
        client = await connect()
        for (const channel of await catchUp()) heard(channel)
        return
      } catch (error) {
        onError(error)
      }
      await sleep(wait, undefined, { signal }).catch(() => {})
    }
  }

  /** Returns the channels that changed since the previous connection was opened. Some may be reported twice. */
  async function catchUp(): Promise<Place[]> {
    const { rows } = await client.query<{ channel: Place }>(
      'select distinct channel from transcript where sequence > $1',
      [last],
    )
    const [newest] = (await client.query<{ last: string }>('select last_value as last from transcript_sequence')).rows
    last = Number(newest?.last)
    return rows.map(({ channel }) => channel)
  }

  return {
    async close() {
      closing.abort()
      await reconnected
      await client.end()
    },
  }
}
