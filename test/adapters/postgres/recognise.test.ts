import { Client } from 'pg'
import { expect, test } from 'vitest'
import { openStore } from '../../../src/adapters/postgres/index.ts'
import { withDatabase } from '../../kit/servers/postgres.ts'

/** Every message calls this, so a write here would mean hundreds of writes per second. */
test('recognizing a known person writes nothing, not even a lock on the row', () =>
  withDatabase(async (url) => {
    const store = openStore({ url, poolSize: 3, onError: () => {} })
    const look = async (name: string) => {
      const { id } = await store.workspaces.recognise({ ref: 'slack:T1', name })
      await store.channels.recognise(id, { ref: 'slack:T1:C1', name })
      await store.players.recognise(id, { ref: 'slack:T1:U1', name })
      await store.askers.recognise({
        workspace: { ref: 'slack:T1', name },
        channel: { ref: 'slack:T1:C1', name },
        player: { ref: 'slack:T1:U1', name },
      })
    }
    await look('Known')
    const before = await versions(url)
    for (let turn = 0; turn < 3; turn++) await look('Known')
    expect(await versions(url)).toEqual(before)
    await look('Renamed')
    expect(await versions(url)).not.toEqual(before)
    await store.close()
  }))

async function versions(url: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const tables = ['workspaces', 'channels', 'players']
  const all = tables.map((name) => `select '${name}' as name, xmin::text, xmax::text, ctid::text from ${name}`)
  const { rows } = await client.query(all.join(' union all '))
  await client.end()
  return rows
}
