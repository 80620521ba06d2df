import type { Pool, PoolClient, QueryResultRow } from 'pg'
import { drizzle, type NodePgDatabase, type SQL } from './drizzle.ts'
import { plainTypes } from './plain-types.ts'
import { type Given, type Statement, statement } from './statement.ts'

/** Sends statements to the pool, where each uses its own connection, or to the connection of a transaction. */
export type Session = {
  db: NodePgDatabase
  /** Returns rows by column name, with dates and timestamps as text. The statement is planned once per connection. */
  run<Row extends QueryResultRow>(made: Statement, given: Given): Promise<Row[]>
  /** Like `run`, for a statement whose text varies. */
  prepared<Row extends QueryResultRow>(made: SQL): Promise<Row[]>
  /**
   * For a statement that returns nothing. Inside a transaction it is sent but not awaited. Later statements run after
   * it, and if it fails, the transaction fails too.
   */
  send(made: Statement, given: Given): Promise<void>
  /** Runs `work` in a transaction, or in the current transaction if there is one. */
  atomically<T>(work: (session: Session) => Promise<T>): Promise<T>
  /** Like `atomically`, for work whose failure the caller handles. An outer transaction can continue after it. */
  attempt<T>(work: (session: Session) => Promise<T>): Promise<T>
}

export function poolSession(pool: Pool): Session {
  const atomically: Session['atomically'] = (work) => transaction(pool, work)
  const { run, prepared } = runsOn(pool)
  return {
    db: drizzle({ client: pool }),
    run,
    prepared,
    async send(made, given) {
      await run(made, given)
    },
    atomically,
    attempt: atomically,
  }
}

async function transaction<T>(pool: Pool, work: (session: Session) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  const sent = sending()
  try {
    sent.add(client.query('begin'))
    const result = await work(clientSession(client, sent))
    const committed = client.query('commit')
    await Promise.all([sent.done(), committed])
    const { command } = await committed
    // If a statement failed and `work` continued anyway, Postgres responds to the commit with ROLLBACK and without an
    // error.
    if (command !== 'COMMIT') throw new Error('The transaction was rolled back: one of its statements had failed.')
    client.release()
    return result
  } catch (error) {
    await client.query('rollback').then(
      () => client.release(),
      () => client.release(true),
    )
    // A statement that was sent but not awaited has failed first, and caused the later failures.
    throw sent.failure ?? error
  }
}

function clientSession(client: PoolClient, sent: Sending): Session {
  const { run, prepared } = runsOn(client)
  const session: Session = {
    db: drizzle({ client }),
    run,
    prepared,
    async send(made, given) {
      sent.add(run(made, given))
    },
    atomically: (work) => work(session),
    async attempt(work) {
      await client.query('savepoint part')
      try {
        const result = await work(session)
        await client.query('release savepoint part')
        return result
      } catch (error) {
        // The first error is reported. If this also fails, the connection and its transaction are lost.
        await client.query('rollback to savepoint part').catch(() => {})
        throw error
      }
    },
  }
  return session
}

type Sending = { add(reply: Promise<unknown>): void; done(): Promise<unknown>; failure?: unknown }

function sending(): Sending {
  const replies: Promise<unknown>[] = []
  const sent: Sending = {
    add(reply) {
      replies.push(reply)
      reply.catch((error) => {
        sent.failure ??= error
      })
    },
    done: () => Promise.all(replies),
  }
  return sent
}

function runsOn(client: Pool | PoolClient): Pick<Session, 'run' | 'prepared'> {
  async function run<Row extends QueryResultRow>({ name, text, values }: Statement, given: Given): Promise<Row[]> {
    const { rows } = await client.query<Row>({ name, text, values: values(given), types: plainTypes })
    return rows
  }
  return { run, prepared: (made) => run(statement(made), {}) }
}
