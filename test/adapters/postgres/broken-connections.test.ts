import { Client } from 'pg'
import { expect, test, vi } from 'vitest'
import { openStore } from '../../../src/adapters/postgres/index.ts'
import { withDatabase } from '../../kit/servers/postgres.ts'

test('a connection that breaks while idle is logged, and the next statement gets another', () =>
  withDatabase(async (url) => {
    const onError = vi.fn()
    const store = openStore({ url, poolSize: 2, onError })
    await store.ping()
    await cutAll(url)
    await vi.waitFor(() => expect(onError).toHaveBeenCalledOnce())
    await store.ping()
    await store.close()
  }))

test('a transaction fails completely if its connection breaks between two statements, and the next one works', () =>
  withDatabase(async (url) => {
    const onError = vi.fn()
    const store = openStore({ url, poolSize: 1, onError })
    const seen = { ref: 'slack:T1', name: 'One' }
    const broken = store.transaction(async (tables) => {
      await tables.workspaces.recognise(seen)
      await cutAll(url)
      await vi.waitFor(() => expect(onError).toHaveBeenCalled())
      await tables.workspaces.recognise({ ref: 'slack:T2', name: 'Two' })
    })
    await expect(broken).rejects.toThrow(/not queryable|terminat/i)
    expect(await store.workspaces.findByRef('slack:T1')).toBeUndefined()
    expect(await store.transaction((tables) => tables.workspaces.recognise(seen))).toMatchObject(seen)
    await store.close()
  }))

test('a statement that waits too long for a lock is canceled, and its connection serves the next one', () =>
  withDatabase(async (url) => {
    const store = openStore({ url, poolSize: 1, onError: () => {} })
    const { id } = await store.workspaces.recognise({ ref: 'slack:T1', name: 'One' })
    const other = new Client({ connectionString: url })
    await other.connect()
    await other.query('begin; select from workspaces for update')
    await expect(store.workspaces.change(id, { zone: 'Asia/Kolkata' })).rejects.toThrow('lock timeout')
    await other.query('rollback')
    expect(await store.workspaces.change(id, { zone: 'Asia/Kolkata' })).toMatchObject({ zone: 'Asia/Kolkata' })
    await other.end()
    await store.close()
  }))

test('an unreachable database is reported immediately', async () => {
  const store = openStore({ url: 'postgres://127.0.0.1:1/none', poolSize: 1, onError: () => {} })
  await expect(store.ping()).rejects.toThrow('ECONNREFUSED')
  await expect(store.transcript.watch(() => {})).rejects.toThrow('ECONNREFUSED')
  await store.close()
})

test('a database that has become read-only is reported', () =>
  withDatabase(async (url) => {
    const admin = new Client({ connectionString: url })
    await admin.connect()
    await admin.query(`alter database ${new URL(url).pathname.slice(1)} set default_transaction_read_only = on`)
    const store = openStore({ url, poolSize: 1, onError: () => {} })
    await expect(store.ping()).rejects.toThrow('Postgres is read-only')
    await store.close()
    await admin.end()
  }))

test('a database without write permission is reported', () =>
  withDatabase(async (url) => {
    const admin = new Client({ connectionString: url })
    await admin.connect()
    const role = `reader_${Date.now()}`
    await admin.query(`create role ${role} login password 'secret'; grant insert on answers to ${role}`)
    const address = new URL(url)
    address.username = role
    address.password = 'secret'
    const store = openStore({ url: address.href, poolSize: 1, onError: () => {} })
    await store.ping()
    await admin.query(`revoke insert on answers from ${role}`)
    await expect(store.ping()).rejects.toThrow('INSERT was revoked')
    await store.close()
    await admin.query(`drop owned by ${role}; drop role ${role}`)
    await admin.end()
  }))

async function cutAll(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
  )
  await client.end()
}
