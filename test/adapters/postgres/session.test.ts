import { Pool } from 'pg'
import { expect, test } from 'vitest'
import { coalescingSocket } from '../../../src/adapters/postgres/sql/coalescing-socket.ts'
import { sql } from '../../../src/adapters/postgres/sql/drizzle.ts'
import { poolSession, type Session } from '../../../src/adapters/postgres/sql/session.ts'
import { statement } from '../../../src/adapters/postgres/sql/statement.ts'
import { withDatabase } from '../../kit/servers/postgres.ts'

const kept = statement(sql`insert into numbers values (${sql.placeholder('number')}::int)`)
const all = statement(sql`select number from numbers order by number`)
const inverse = statement(sql`select 1 / ${sql.placeholder('number')}::int as inverse`)

async function withSession(work: (session: Session) => Promise<void>): Promise<void> {
  await withDatabase(async (url) => {
    const pool = new Pool({ connectionString: url, max: 2, pipeline: true, stream: coalescingSocket })
    try {
      await pool.query('create table numbers (number int)')
      await work(poolSession(pool))
    } finally {
      await pool.end()
    }
  })
}

test('a later statement sees the effect of an earlier one that was sent without waiting', () =>
  withSession(async (session) => {
    const seen = await session.atomically(async (part) => {
      await part.send(kept, { number: 1 })
      await part.send(kept, { number: 2 })
      return part.run(all, {})
    })
    expect(seen).toEqual([{ number: 1 }, { number: 2 }])
  }))

test('the last statement is saved, even if only the commit waited for it', () =>
  withSession(async (session) => {
    await session.atomically((part) => part.send(kept, { number: 1 }))
    expect(await session.run(all, {})).toEqual([{ number: 1 }])
  }))

test('if a statement that was sent without waiting fails, the transaction fails and nothing is saved', () =>
  withSession(async (session) => {
    const [last, then] = [
      session.atomically(async (part) => {
        await part.send(kept, { number: 1 })
        await part.send(inverse, { number: 0 })
      }),
      session.atomically(async (part) => {
        await part.send(inverse, { number: 0 })
        await part.run(kept, { number: 1 })
      }),
    ]
    await Promise.all([last, then].map((one) => expect(one).rejects.toThrow('division by zero')))
    expect(await session.run(all, {})).toEqual([])
    // The connections continue to work, and so does the statement that failed.
    const inverses = Array.from({ length: 4 }, () => session.run(inverse, { number: 1 }))
    expect(await Promise.all(inverses)).toEqual(Array(4).fill([{ inverse: 1 }]))
  }))

test('a missing parameter is reported by its name', () =>
  withSession(async (session) => {
    await expect(session.run(kept, {})).rejects.toThrow('the parameter number is missing')
  }))
