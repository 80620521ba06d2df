import { createHash } from 'node:crypto'
import type { SQL } from 'drizzle-orm'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { PgDialect } from 'drizzle-orm/pg-core'
import type { Pool, PoolClient, QueryResultRow } from 'pg'

const dialect = new PgDialect()

/** Where statements go: to the pool, each on a connection of its own, or to the one connection of a transaction. */
export type Session = {
  db: NodePgDatabase
  /** Rows by their columns' names. The statement is planned once a connection: for those whose planning costs more than they do. */
  prepared<Row extends QueryResultRow>(statement: SQL): Promise<Row[]>
  /** All of `work` or nothing of it; inside a transaction, a part of that. */
  atomically<T>(work: (session: Session) => Promise<T>): Promise<T>
  /** Like `atomically`, for work whose failure the caller expects: a transaction around it can go on. */
  attempt<T>(work: (session: Session) => Promise<T>): Promise<T>
}

export function poolSession(pool: Pool): Session {
  const atomically: Session['atomically'] = (work) => transaction(pool, work)
  return { db: drizzle({ client: pool }), prepared: preparedOn(pool), atomically, attempt: atomically }
}

async function transaction<T>(pool: Pool, work: (session: Session) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const result = await work(clientSession(client))
    const { command } = await client.query('commit')
    // Postgres answers a commit with ROLLBACK, and no error, where a statement had failed and `work` went on regardless.
    if (command !== 'COMMIT') throw new Error('The transaction was rolled back: one of its statements had failed.')
    client.release()
    return result
  } catch (error) {
    await client.query('rollback').then(
      () => client.release(),
      () => client.release(true),
    )
    throw error
  }
}

function clientSession(client: PoolClient): Session {
  const session: Session = {
    db: drizzle({ client }),
    prepared: preparedOn(client),
    atomically: (work) => work(session),
    async attempt(work) {
      await client.query('savepoint part')
      try {
        const result = await work(session)
        await client.query('release savepoint part')
        return result
      } catch (error) {
        // The error that counts is the first; where this fails too, the connection is gone and the transaction with it.
        await client.query('rollback to savepoint part').catch(() => {})
        throw error
      }
    },
  }
  return session
}

function preparedOn(client: Pool | PoolClient): Session['prepared'] {
  return async <Row extends QueryResultRow>(statement: SQL) => {
    const { sql: text, params: values } = dialect.sqlToQuery(statement)
    // A name that always stands for the same text, since a connection knows each name once.
    const name = createHash('md5').update(text).digest('base64url')
    const { rows } = await client.query<Row>({ name, text, values })
    return rows
  }
}
