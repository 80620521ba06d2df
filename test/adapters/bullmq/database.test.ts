import { expect, test } from 'vitest'
import { database } from '../../../src/adapters/bullmq/database.ts'

test.each([
  ['postgres://u:p@127.0.0.1:5432/quiz', false],
  ['postgres://u:p@localhost/quiz', false],
  ['postgres://u:p@[::1]/quiz', false],
  ['postgres://u:p@ec2-1.compute.amazonaws.com:5432/quiz', { rejectUnauthorized: false }],
  ['postgres://u:p@ec2-1.compute.amazonaws.com/quiz?sslmode=require', { rejectUnauthorized: false }],
  ['postgres://u:p@db.example.com/quiz?sslmode=verify-full', { rejectUnauthorized: true }],
  ['postgres://u:p@db.internal/quiz?sslmode=disable', false],
])('%s', (url, ssl) => {
  expect(database(url)).toEqual({ connectionString: url.replace(/\?.*/, ''), ssl })
})
