import { expect, it } from 'vitest'
import { loggedError } from '../../../src/adapters/log/logged-error.ts'
import { DrizzleQueryError } from '../../../src/adapters/postgres/sql/drizzle.ts'

it('a failed statement is logged without its values', () => {
  const cause = Object.assign(new Error('duplicate key'), { code: '23505', detail: 'Key (text)=(my secret answer)' })
  const error = new DrizzleQueryError('insert into "answers" values ($1, $2)', ['my secret\nanswer', 'token'], cause)
  const logged = loggedError(error)
  expect(JSON.stringify(logged)).not.toMatch(/secret|token/)
  expect(logged).toMatchObject({
    message: 'Failed query: insert into "answers" values ($1, $2)',
    cause: { message: 'duplicate key', code: '23505' },
  })
  expect(logged.stack).toContain('logged-error.test.ts')
})

it('a thrown value that is not an Error is logged too', () => {
  expect(loggedError('broken')).toEqual({ type: 'string', message: 'broken' })
})
