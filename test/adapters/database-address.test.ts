import { expect, test } from 'vitest'
import { databaseAddress } from '../../src/adapters/database-address.ts'

const unverified = { rejectUnauthorized: false }
const verified = { rejectUnauthorized: true }

const cases: [url: string, tls: unknown][] = [
  ['postgres://u:p@ec2-1-2-3-4.compute-1.amazonaws.com:5432/d', unverified],
  ['postgres://u:p@db.example.com/d?sslmode=disable', false],
  ['postgres://u:p@db.example.com/d?sslmode=require', unverified],
  ['postgres://u:p@db.example.com/d?sslmode=no-verify', unverified],
  ['postgres://u:p@db.example.com/d?sslmode=prefer', unverified],
  ['postgres://u:p@db.example.com/d?sslmode=verify-ca', verified],
  ['postgres://u:p@db.example.com/d?sslmode=verify-full', verified],
  ['postgres://u:p@localhost/d', false],
  ['postgres://u:p@127.0.0.1:5433/d', false],
  ['postgres://u:p@[::1]/d', false],
  ['postgres://u:p@localhost/d?sslmode=require', unverified],
  ['postgres://u:p@localhost/d?sslmode=prefer', false],
  ['postgres:///d?host=/var/run/postgresql', false],
  ['postgres://u@%2Fvar%2Frun%2Fpostgresql/d', false],
]

test.each(cases)('%s uses TLS as its server does', (url, tls) => {
  expect(databaseAddress(url).ssl).toEqual(tls)
})

test('the driver reads everything from the URL except for TLS', () => {
  const { connectionString } = databaseAddress(
    'postgres://u:p%40ss@db.example.com:6000/d?sslmode=require&options=-c%20geqo%3Doff',
  )
  expect(connectionString).toBe('postgres://u:p%40ss@db.example.com:6000/d?options=-c+geqo%3Doff')
})
