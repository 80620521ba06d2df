import { expect, test } from 'vitest'
import { openStore } from '../../../src/adapters/postgres/index.ts'
import { withDatabase } from '../../kit/servers/postgres.ts'

test('a grant is stored, replaced and deleted without changing another workspace’s grant', () =>
  withDatabase(async (url) => {
    const store = openStore({ url, poolSize: 1, onError: () => {} })
    const { installations } = store
    await installations.save('slack:T1', 'sealed once')
    await installations.save('slack:T2', 'sealed for another')
    await installations.save('slack:T1', 'sealed anew')
    expect(await installations.find('slack:T1')).toBe('sealed anew')
    await installations.remove('slack:T1')
    expect([await installations.find('slack:T1'), await installations.find('slack:T2')]).toEqual([
      undefined,
      'sealed for another',
    ])
    await store.close()
  }))
